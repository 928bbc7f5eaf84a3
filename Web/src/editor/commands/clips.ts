import type { Values } from '../../core/types'
import { cellCards } from '../canvas/grid'
import type { Grid } from '../canvas/grid'
import type { Card, Lane } from '../canvas/objects'
import type { Table } from './tables'

/** A copied card: where it stood in the copied block, and what it says. */
export interface ClippedCard {
  readonly id: string
  readonly row: number
  readonly column: number
  readonly values: Values
}

/** What is on the clipboard in our own form. */
export interface Clip {
  readonly format: 'waymark-clip-1'
  readonly map: string
  readonly cards: readonly ClippedCard[]
  /** Set when a whole lane was copied; its cards are in row 0. */
  readonly lane?: Values
  /** Set when a whole stage was copied: its values, the names of its steps, and the lanes of the rows. */
  readonly stage?: {
    readonly values: Values
    readonly steps: readonly string[]
    readonly lanes: readonly { readonly id: string; readonly role: string; readonly name: string }[]
  }
}

export const clipType = 'application/x-waymark+json'

export function clipCards(grid: Grid, cards: readonly Card[]): Clip {
  const places = cards.map((card) => ({
    card,
    row: grid.laneAt.get(card.lane) ?? 0,
    column: grid.columnOf.get(card.step) ?? 0,
  }))
  const top = Math.min(...places.map((place) => place.row))
  const left = Math.min(...places.map((place) => place.column))
  return {
    format: 'waymark-clip-1',
    map: grid.map,
    cards: places.map(({ card, row, column }) => ({
      id: card.id,
      row: row - top,
      column: column - left,
      values: card.item.values,
    })),
  }
}

export function clipLane(grid: Grid, lane: Lane): Clip {
  const cells = grid.cells.get(lane.id) ?? []
  return {
    format: 'waymark-clip-1',
    map: grid.map,
    lane: { role: lane.role, name: lane.name },
    cards: cells.flatMap((cell, column) =>
      cell.map((card) => ({ id: card.id, row: 0, column, values: card.item.values }))
    ),
  }
}

export function clipStage(grid: Grid, id: string, values: Values): Clip | null {
  const stage = grid.stages.find((other) => other.id === id)
  if (stage === undefined) return null
  const columns = grid.columns.slice(stage.firstColumn, stage.firstColumn + stage.columns)
  return {
    format: 'waymark-clip-1',
    map: grid.map,
    stage: {
      values,
      steps: columns.filter((column) => !column.isStage).map((column) => column.name),
      lanes: grid.lanes.map((lane) => ({ id: lane.id, role: lane.role, name: lane.name })),
    },
    cards: grid.lanes.flatMap((lane, row) =>
      columns.flatMap((column, place) =>
        cellCards(grid, lane.id, column.step).map((card) => ({
          id: card.id,
          row,
          column: place,
          values: card.item.values,
        }))
      )
    ),
  }
}

/** The texts of a clip as a table, for other programs. */
export function tableOf(clip: Clip, textOf: (card: ClippedCard) => string): Table {
  const rows = Math.max(0, ...clip.cards.map((card) => card.row + 1))
  const columns = Math.max(0, ...clip.cards.map((card) => card.column + 1))
  return Array.from(
    { length: rows },
    (_, row) =>
      Array.from(
        { length: columns },
        (_, column) =>
          clip.cards.filter((card) => card.row === row && card.column === column).map(textOf).join('\n'),
      ),
  )
}

export function readClip(text: string): Clip | null {
  try {
    const found: unknown = JSON.parse(text)
    const isClip = typeof found === 'object' && found !== null &&
      (found as Partial<Clip>).format === 'waymark-clip-1' &&
      Array.isArray((found as Partial<Clip>).cards)
    return isClip ? found as Clip : null
  } catch {
    // Another program's clipboard, or a damaged one: the plain text is used instead.
    return null
  }
}
