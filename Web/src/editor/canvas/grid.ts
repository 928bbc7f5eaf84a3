import { compareKeys } from '../../core/model/order-key'
import { keyOf } from '../../core/types'
import type { MapDocument, Ref } from '../../core/types'
import { cardOf, flowOf, laneOf, stageOf, textOf } from './objects'
import type { Card, Flow, Lane, Stage } from './objects'
import type { LaneRole } from './roles'

/** A column of cells: a step, or a stage that has no steps. */
export interface Column {
  readonly step: string
  readonly name: string
  readonly order: string
  /** Place of the stage among the stages. */
  readonly stage: number
  /** Whether the column is a stage itself. */
  readonly isStage: boolean
}

export interface StageSpan extends Stage {
  readonly firstColumn: number
  readonly columns: number
}

/** The map as a grid: what stands where, without any sizes. */
export interface Grid {
  readonly map: string
  readonly stages: readonly StageSpan[]
  readonly columns: readonly Column[]
  readonly columnOf: ReadonlyMap<string, number>
  readonly lanes: readonly Lane[]
  readonly laneAt: ReadonlyMap<string, number>
  /** The cards of each lane shown, by column; each list in order. */
  readonly cells: ReadonlyMap<string, readonly (readonly Card[])[]>
  readonly flows: readonly Flow[]
  readonly hasSteps: boolean
}

/** Which lanes a person looks at. */
export interface LaneChoice {
  readonly filter: ReadonlySet<string> | null
  readonly showsHidden: boolean
  /** Whose feelings are shown, the primary persona among them. */
  readonly personas: ReadonlySet<string>
}

/** Feelings of personas that are not laid over the map are left out. */
const isChosen = (card: Card, role: LaneRole | undefined, choice: LaneChoice): boolean =>
  role !== 'emotion' || card.emotion === null || card.emotion.persona === null ||
  choice.personas.has(card.emotion.persona)

const noCards: readonly Card[] = []

export function buildGrid(document: MapDocument, choice: LaneChoice): Grid {
  const stages: StageSpan[] = []
  const columns: Column[] = []
  const columnOf = new Map<string, number>()
  const stepsOf = new Map<string, { id: string; name: string; order: string }[]>()
  for (const item of document.list('step')) {
    const stage = textOf(item.values['stage'])
    const list = stepsOf.get(stage) ?? []
    list.push({ id: item.ref.id, name: textOf(item.values['name']), order: textOf(item.values['order']) })
    stepsOf.set(stage, list)
  }
  for (const item of document.list('stage')) {
    const stage = stageOf(item)
    const steps = stepsOf.get(stage.id)
    const firstColumn = columns.length
    // A card that stands in the stage itself is shown in its first step.
    columnOf.set(stage.id, firstColumn)
    for (const { id, name, order } of steps ?? [{ id: stage.id, name: stage.name, order: stage.order }]) {
      columnOf.set(id, columns.length)
      columns.push({ step: id, name, order, stage: stages.length, isStage: steps === undefined })
    }
    stages.push({ ...stage, firstColumn, columns: columns.length - firstColumn })
  }
  const lanes = document.list('lane').map(laneOf).filter((lane) =>
    (choice.showsHidden || !lane.isHidden) && (choice.filter === null || choice.filter.has(lane.id))
  )
  const laneAt = new Map(lanes.map((lane, index) => [lane.id, index]))
  const cells = new Map<string, (readonly Card[])[]>(
    lanes.map((lane) => [lane.id, new Array<readonly Card[]>(columns.length).fill(noCards)]),
  )
  for (const item of document.list('card')) {
    const card = cardOf(item)
    const row = cells.get(card.lane)
    const column = columnOf.get(card.step)
    if (row === undefined || column === undefined) continue
    if (!isChosen(card, lanes[laneAt.get(card.lane) ?? -1]?.role, choice)) continue
    const cell = row[column]
    if (cell === undefined || cell === noCards) row[column] = [card]
    else (cell as Card[]).push(card)
  }
  return {
    map: document.map,
    stages,
    columns,
    columnOf,
    lanes,
    laneAt,
    cells,
    flows: document.list('flow').map(flowOf),
    hasSteps: columns.some((column) => !column.isStage),
  }
}

/** Whether a change of these objects changes more than single cards. */
export function changesStructure(changed: ReadonlySet<string>): boolean {
  for (const key of changed) if (!key.includes('/card/') && !key.includes('/evidence/')) return true
  return false
}

/** The grid after a change of cards only, and the lanes in which something changed. */
export function withCards(
  grid: Grid,
  document: MapDocument,
  changed: ReadonlySet<string>,
  places: Map<string, CardPlace>,
  choice: LaneChoice,
): { readonly grid: Grid; readonly lanes: ReadonlySet<string> } {
  const touched = new Set<string>()
  const cells = new Map(grid.cells)
  const fresh = new Set<string>()
  const rowOf = (lane: string): (readonly Card[])[] | undefined => {
    const row = cells.get(lane)
    if (row === undefined) return undefined
    if (fresh.has(lane)) return row as (readonly Card[])[]
    const copy = [...row]
    cells.set(lane, copy)
    fresh.add(lane)
    return copy
  }
  for (const key of changed) {
    const id = key.slice(key.lastIndexOf('/') + 1)
    const ref: Ref = { kind: 'card', id, map: grid.map }
    if (keyOf(ref) !== key) continue
    const before = places.get(id)
    if (before !== undefined) {
      const row = rowOf(before.lane)
      if (row !== undefined) {
        row[before.column] = (row[before.column] ?? noCards).filter((card) => card.id !== id)
      }
      touched.add(before.lane)
      places.delete(id)
    }
    const item = document.get(ref)
    if (item === undefined || item.deleted) continue
    const card = cardOf(item)
    const column = grid.columnOf.get(card.step)
    const row = rowOf(card.lane)
    if (column === undefined || row === undefined) continue
    if (!isChosen(card, grid.lanes[grid.laneAt.get(card.lane) ?? -1]?.role, choice)) continue
    row[column] = insertInOrder(row[column] ?? noCards, card)
    places.set(id, { lane: card.lane, column })
    touched.add(card.lane)
  }
  return { grid: { ...grid, cells }, lanes: touched }
}

export interface CardPlace {
  readonly lane: string
  readonly column: number
}

/** Where each card shown stands. */
export function cardPlaces(grid: Grid): Map<string, CardPlace> {
  const places = new Map<string, CardPlace>()
  for (const [lane, row] of grid.cells) {
    row.forEach((cell, column) => {
      for (const card of cell) places.set(card.id, { lane, column })
    })
  }
  return places
}

function insertInOrder(cell: readonly Card[], card: Card): readonly Card[] {
  const at = cell.findIndex((other) =>
    compareKeys(card.order, other.order) < 0 || (card.order === other.order && card.id < other.id)
  )
  return at < 0 ? [...cell, card] : [...cell.slice(0, at), card, ...cell.slice(at)]
}

export function cellCards(grid: Grid, lane: string, step: string): readonly Card[] {
  const column = grid.columnOf.get(step)
  return column === undefined ? noCards : grid.cells.get(lane)?.[column] ?? noCards
}

/** Cards by id, among those shown. */
export function findCard(grid: Grid, places: ReadonlyMap<string, CardPlace>, id: string): Card | undefined {
  const place = places.get(id)
  return place === undefined
    ? undefined
    : grid.cells.get(place.lane)?.[place.column]?.find((card) => card.id === id)
}
