import { newId } from '../../core/model/identifier'
import { severalBetween } from '../../core/model/order-key'
import type { Edit, Ref, Value, Values } from '../../core/types'
import { cellCards } from '../canvas/grid'
import type { Grid } from '../canvas/grid'
import type { Lane } from '../canvas/objects'
import { isLaneRole, laneRoles, nameOfRole } from '../canvas/roles'
import type { LaneRole } from '../canvas/roles'
import { words } from '../../words/words'
import { cardRef, keysAt, valuesOfText } from './cardEdits'
import type { Clip, ClippedCard } from './clips'
import { addLane, addStage } from './structureEdits'
import { linesOf } from './tables'
import type { Table } from './tables'

/** A paste above one of these is refused as a whole. */
export const pasteLimits = { characters: 2 * 1024 * 1024, cards: 2_000, edits: 2_000 } as const

/** What a paste comes to: its edits, the cards made, and what found no place. */
export interface Pasted {
  readonly edits: readonly Edit[]
  readonly cards: readonly string[]
  readonly left: number
}

const nothing: Pasted = { edits: [], cards: [], left: 0 }

/** Collects new cards by cell, and gives them their order at the end. */
class NewCards {
  private readonly cells = new Map<
    string,
    { lane: string; step: string; cards: { id: string; values: Values }[] }
  >()

  add(lane: string, step: string, id: string, values: Values): void {
    const key = `${lane} ${step}`
    const cell = this.cells.get(key) ?? { lane, step, cards: [] }
    cell.cards.push({ id, values })
    this.cells.set(key, cell)
  }

  /** @param before in one cell the cards come before this one; everywhere else at the end. */
  edits(grid: Grid, before: { lane: string; step: string; card: string | null } | null): readonly Edit[] {
    return [...this.cells.values()].flatMap(({ lane, step, cards }) => {
      const isFirst = before !== null && before.lane === lane && before.step === step
      const keys = grid.columnOf.has(step) && grid.laneAt.has(lane)
        ? keysAt(grid, { lane, step, before: isFirst ? before.card : null }, cards.length)
        : severalBetween(null, null, cards.length) ?? []
      return cards.map(({ id, values }, index): Edit => ({
        type: 'insert',
        object: cardRef(grid.map, id),
        properties: { ...values, lane, step, order: keys[index] ?? 'i' },
      }))
    })
  }
}

/** Values for a copy: links among the copied cards follow, links to others stay only within the map. */
function copiedValues(
  clip: Clip,
  card: ClippedCard,
  newIds: ReadonlyMap<string, string>,
  map: string,
): Values {
  const values: Record<string, Value> = { ...card.values }
  const links = values['links']
  if (Array.isArray(links)) {
    values['links'] = links.flatMap((link) => {
      const copied = typeof link === 'string' ? newIds.get(link) : undefined
      return copied !== undefined ? [copied] : clip.map === map ? [link] : []
    })
  }
  return values
}

const idsFor = (clip: Clip, makeId: () => string): ReadonlyMap<string, string> =>
  new Map(clip.cards.map((card) => [card.id, makeId()]))

/** Pastes cards as a block whose upper left corner lies at a cell. */
export function pasteCards(
  grid: Grid,
  clip: Clip,
  lane: string,
  step: string,
  after: string | null,
  makeId: () => string = newId,
): Pasted {
  const [row, column] = [grid.laneAt.get(lane), grid.columnOf.get(step)]
  if (row === undefined || column === undefined) return nothing
  const ids = idsFor(clip, makeId)
  const fresh = new NewCards()
  const made: string[] = []
  let left = 0
  for (const card of clip.cards) {
    const target = grid.lanes[row + card.row]
    const place = grid.columns[column + card.column]
    const id = ids.get(card.id)
    if (target === undefined || place === undefined || id === undefined) {
      left += 1
      continue
    }
    fresh.add(target.id, place.step, id, copiedValues(clip, card, ids, grid.map))
    made.push(id)
  }
  const cell = cellCards(grid, lane, step)
  const next = after === null ? null : cell[cell.findIndex((card) => card.id === after) + 1]?.id ?? null
  return { edits: fresh.edits(grid, { lane, step, card: next }), cards: made, left }
}

/** Pastes a lane at a place among all lanes; its cards keep their columns. */
export function pasteLane(
  grid: Grid,
  all: readonly { readonly order: string }[],
  clip: Clip,
  position: number,
  makeId: () => string = newId,
): Pasted & { readonly lane: string } {
  const role = clip.lane?.['role']
  const name = clip.lane?.['name']
  const lane = addLane(
    grid,
    all,
    position,
    isLaneRole(role) ? role : 'custom',
    typeof name === 'string' ? name : '',
    makeId,
  )
  const ids = idsFor(clip, makeId)
  const fresh = new NewCards()
  let left = 0
  for (const card of clip.cards) {
    const column = grid.columns[card.column]
    const id = ids.get(card.id)
    if (column === undefined || id === undefined) left += 1
    else fresh.add(lane.id, column.step, id, copiedValues(clip, card, ids, grid.map))
  }
  return { lane: lane.id, edits: [...lane.edits, ...fresh.edits(grid, null)], cards: [...ids.values()], left }
}

/**
 * Pastes a stage at a place; its cards go to the same lanes, in another map to lanes of the same role and
 * name.
 */
export function pasteStage(
  grid: Grid,
  clip: Clip,
  position: number,
  makeId: () => string = newId,
): Pasted & { readonly stage: string } {
  const { stage } = clip
  if (stage === undefined) return { ...nothing, stage: '' }
  const made = addStage(grid, position, '', makeId)
  const order = made.edits[0]?.type === 'insert' ? made.edits[0].properties['order'] ?? 'i' : 'i'
  const ref: Ref = { kind: 'stage', id: made.id, map: grid.map }
  const edits: Edit[] = [{ type: 'insert', object: ref, properties: { ...stage.values, order } }]
  const keys = severalBetween(null, null, stage.steps.length) ?? []
  const steps = stage.steps.map((name, index) => {
    const id = makeId()
    edits.push({
      type: 'insert',
      object: { kind: 'step', id, map: grid.map },
      properties: { stage: made.id, order: keys[index] ?? 'i', name },
    })
    return id
  })
  const laneFor = (row: number): string | null => {
    const own = stage.lanes[row]
    if (own === undefined) return null
    const found = grid.lanes.find((lane) => clip.map === grid.map && lane.id === own.id) ??
      grid.lanes.find((lane) => lane.role === own.role && lane.name === own.name) ??
      grid.lanes.find((lane) => lane.role === own.role)
    return found?.id ?? null
  }
  const ids = idsFor(clip, makeId)
  const fresh = new NewCards()
  let left = 0
  for (const card of clip.cards) {
    const lane = laneFor(card.row)
    const id = ids.get(card.id)
    if (lane === null || id === undefined) left += 1
    else fresh.add(lane, steps[card.column] ?? made.id, id, copiedValues(clip, card, ids, grid.map))
  }
  return { stage: made.id, edits: [...edits, ...fresh.edits(grid, null)], cards: [...ids.values()], left }
}

/**
 * Fills cells from a table; every line of a table's cell becomes a card. What lies outside the map is
 * counted.
 */
export function pasteTable(
  grid: Grid,
  table: Table,
  lane: string,
  step: string,
  makeId: () => string = newId,
): Pasted {
  const [row, column] = [grid.laneAt.get(lane), grid.columnOf.get(step)]
  if (row === undefined || column === undefined) return nothing
  const fresh = new NewCards()
  const cards: string[] = []
  let left = 0
  table.forEach((cells, down) =>
    cells.forEach((cell, across) => {
      const lines = linesOf(cell)
      const target = grid.lanes[row + down]
      const place = grid.columns[column + across]
      if (target === undefined || place === undefined) {
        left += lines.length
        return
      }
      for (const line of lines) {
        const id = makeId()
        fresh.add(target.id, place.step, id, valuesOfText(target.role, line))
        cards.push(id)
      }
    })
  )
  return { edits: fresh.edits(grid, null), cards, left }
}

/** The role that a name typed in a spreadsheet means. */
export function roleNamed(name: string): LaneRole {
  const wanted = name.trim().toLocaleLowerCase().replace(/s$/, '')
  return laneRoles.find((role) =>
    role === wanted || words(nameOfRole(role)).toLocaleLowerCase().replace(/s$/, '') === wanted
  ) ?? 'custom'
}

/**
 * Makes a map out of a table: the first row names the stages, the first column the lanes. For a map without
 * stages.
 */
export function pasteMap(
  grid: Grid,
  all: readonly Lane[],
  table: Table,
  makeId: () => string = newId,
): Pasted {
  const [head = [], ...body] = table
  const hasLaneNames = (head[0] ?? '').trim() === '' || body.length > 0
  const names = (hasLaneNames ? head.slice(1) : head).map((name) => linesOf(name).join(' '))
  const stageKeys = severalBetween(null, null, names.length) ?? []
  const edits: Edit[] = []
  const stages = names.map((name, index) => {
    const id = makeId()
    edits.push({
      type: 'insert',
      object: { kind: 'stage', id, map: grid.map },
      properties: { order: stageKeys[index] ?? 'i', name },
    })
    return id
  })
  const fresh = new NewCards()
  const cards: string[] = []
  const laneKeys = severalBetween(all[all.length - 1]?.order ?? null, null, body.length) ?? []
  body.forEach((cells, index) => {
    const name = linesOf(cells[0] ?? '').join(' ')
    const known = all.find((lane) =>
      lane.name.toLocaleLowerCase() === name.toLocaleLowerCase() && name !== ''
    )
    const role = known?.role ?? roleNamed(name)
    const lane = known?.id ?? makeId()
    if (known === undefined) {
      edits.push({
        type: 'insert',
        object: { kind: 'lane', id: lane, map: grid.map },
        properties: { order: laneKeys[index] ?? 'i', role, name },
      })
    }
    cells.slice(1).forEach((cell, across) => {
      const stage = stages[across]
      for (const line of stage === undefined ? [] : linesOf(cell)) {
        const id = makeId()
        fresh.add(lane, stage ?? '', id, valuesOfText(role, line))
        cards.push(id)
      }
    })
  })
  return { edits: [...edits, ...fresh.edits(grid, null)], cards, left: 0 }
}
