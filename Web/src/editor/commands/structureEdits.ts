import { newId } from '../../core/model/identifier'
import { between, severalBetween } from '../../core/model/order-key'
import type { Edit, Kind, MapDocument, Ref, Value } from '../../core/types'
import type { Grid, StageSpan } from '../canvas/grid'
import { cardOf } from '../canvas/objects'
import type { Card } from '../canvas/objects'
import type { LaneRole } from '../canvas/roles'

interface Made {
  readonly id: string
  readonly edits: readonly Edit[]
}

const ref = (grid: Grid, kind: Kind, id: string): Ref => ({ kind, id, map: grid.map })

interface Ordered {
  readonly order: string
}

/** A key for a place in a list; equal neighbours leave no room, then it goes to the end. */
function keyAt(list: readonly Ordered[], position: number): string {
  const lower = list[position - 1]?.order ?? null
  const upper = list[position]?.order ?? null
  return between(lower, upper) ?? between(list[list.length - 1]?.order ?? null, null) ?? 'i'
}

/** A key for something of the list that goes to a place counted with it still there; null when it stays. */
function keyFor(
  list: readonly (Ordered & { readonly id: string })[],
  id: string,
  position: number,
): string | null {
  const now = list.findIndex((other) => other.id === id)
  if (now < 0 || position === now || position === now + 1) return null
  const others = list.filter((other) => other.id !== id)
  return keyAt(others, position > now ? position - 1 : position)
}

// Stages

export function addStage(grid: Grid, position: number, name: string, makeId: () => string = newId): Made {
  const id = makeId()
  const neighbour = grid.stages[position - 1] ?? grid.stages[position]
  const properties: Record<string, Value> = { order: keyAt(grid.stages, position), name }
  if (neighbour?.phase != null) properties['phase'] = neighbour.phase
  return { id, edits: [{ type: 'insert', object: ref(grid, 'stage', id), properties }] }
}

/** Several stages at once, for an empty map. */
export function addStages(
  grid: Grid,
  names: readonly string[],
  makeId: () => string = newId,
): readonly Edit[] {
  const keys = severalBetween(grid.stages[grid.stages.length - 1]?.order ?? null, null, names.length) ?? []
  return names.flatMap((name, index): Edit[] => {
    const order = keys[index]
    return order === undefined
      ? []
      : [{ type: 'insert', object: ref(grid, 'stage', makeId()), properties: { order, name } }]
  })
}

export function moveStage(grid: Grid, id: string, position: number): readonly Edit[] {
  const order = keyFor(grid.stages, id, position)
  return order === null ? [] : [{ type: 'move', object: ref(grid, 'stage', id), order }]
}

export const rename = (
  object: Ref,
  name: string,
  property = 'name',
): readonly Edit[] => [{ type: 'set', object, property, value: name }]

export const remove = (object: Ref): readonly Edit[] => [{ type: 'tombstone', object }]

/** The cards that a stage, step or lane holds, those of hidden lanes too. */
export function cardsHeldBy(document: MapDocument, grid: Grid, object: Ref): readonly Card[] {
  const cards = (): readonly Card[] => document.list('card').map(cardOf)
  const inColumns = (from: number, to: number): readonly Card[] =>
    cards().filter((card) => {
      const column = grid.columnOf.get(card.step)
      return column !== undefined && column >= from && column < to
    })
  switch (object.kind) {
    case 'lane':
      return cards().filter((card) => card.lane === object.id)
    case 'stage': {
      const stage = grid.stages.find((other) => other.id === object.id)
      return stage === undefined ? [] : inColumns(stage.firstColumn, stage.firstColumn + stage.columns)
    }
    case 'step': {
      const column = grid.columnOf.get(object.id)
      return column === undefined ? [] : inColumns(column, column + 1)
    }
    default:
      return []
  }
}

// Steps

const stepsOf = (grid: Grid, stage: StageSpan): readonly { readonly id: string; readonly order: string }[] =>
  grid.columns.slice(stage.firstColumn, stage.firstColumn + stage.columns)
    .filter((column) => !column.isStage).map((column) => ({ id: column.step, order: column.order }))

/** Cards brought into a step; their order within each lane is kept. */
function moveInto(grid: Grid, step: string, cards: readonly Card[]): readonly Edit[] {
  return cards.map((card) => ({
    type: 'move',
    object: ref(grid, 'card', card.id),
    order: card.order,
    into: { lane: card.lane, step },
  }))
}

/** A step at a place of its stage. A stage without steps gets two: the first takes over its cards. */
export function addStep(
  document: MapDocument,
  grid: Grid,
  stageId: string,
  position: number,
  name: string,
  makeId: () => string = newId,
): Made {
  const stage = grid.stages.find((other) => other.id === stageId)
  if (stage === undefined) return { id: '', edits: [] }
  const steps = stepsOf(grid, stage)
  const id = makeId()
  const insert = (step: string, order: string, title: string): Edit => ({
    type: 'insert',
    object: ref(grid, 'step', step),
    properties: { stage: stageId, order, name: title },
  })
  if (steps.length > 0) return { id, edits: [insert(id, keyAt(steps, position), name)] }
  const first = makeId()
  const held = cardsHeldBy(document, grid, ref(grid, 'stage', stageId))
  const [low = 'c', high = 'o'] = severalBetween(null, null, 2) ?? []
  const isBefore = position === 0
  return {
    id,
    edits: [
      insert(first, isBefore ? high : low, stage.name),
      insert(id, isBefore ? low : high, name),
      ...moveInto(grid, first, held),
    ],
  }
}

/** Splits a column in two: the chosen cards of it go to the new step behind it. */
export function splitColumn(
  document: MapDocument,
  grid: Grid,
  step: string,
  chosen: ReadonlySet<string>,
  name: string,
  makeId: () => string = newId,
): Made {
  const column = grid.columnOf.get(step)
  const found = column === undefined ? undefined : grid.columns[column]
  const stage = found === undefined ? undefined : grid.stages[found.stage]
  if (column === undefined || found === undefined || stage === undefined) return { id: '', edits: [] }
  const made = addStep(
    document,
    grid,
    stage.id,
    found.isStage ? 1 : column - stage.firstColumn + 1,
    name,
    makeId,
  )
  const held = cardsHeldBy(document, grid, ref(grid, found.isStage ? 'stage' : 'step', step))
  const leaving = held.filter((card) => chosen.has(card.id))
  const ids = new Set(leaving.map((card) => card.id))
  const kept = made.edits.filter((edit) => !ids.has(edit.object.id))
  return { id: made.id, edits: [...kept, ...moveInto(grid, made.id, leaving)] }
}

/**
 * Brings the cards of the next step of the same stage into this one, and deletes the next. Null when there
 * is none.
 */
export function mergeWithNext(document: MapDocument, grid: Grid, step: string): readonly Edit[] | null {
  const column = grid.columnOf.get(step) ?? -1
  const [here, next] = [grid.columns[column], grid.columns[column + 1]]
  if (here === undefined || next === undefined || here.isStage || next.isStage || here.stage !== next.stage) {
    return null
  }
  const lastOf = new Map<string, string>()
  for (const card of cardsHeldBy(document, grid, ref(grid, 'step', here.step))) {
    lastOf.set(card.lane, card.order)
  }
  const edits = cardsHeldBy(document, grid, ref(grid, 'step', next.step)).map((card): Edit => {
    const order = between(lastOf.get(card.lane) ?? null, null) ?? card.order
    lastOf.set(card.lane, order)
    return {
      type: 'move',
      object: ref(grid, 'card', card.id),
      order,
      into: { lane: card.lane, step: here.step },
    }
  })
  return [...edits, ...remove(ref(grid, 'step', next.step))]
}

/** A step moved to a place among the columns, perhaps into another stage. */
export function moveStep(
  document: MapDocument,
  grid: Grid,
  step: string,
  stageId: string,
  position: number,
  makeId: () => string = newId,
): readonly Edit[] {
  const stage = grid.stages.find((other) => other.id === stageId)
  const own = grid.columns[grid.columnOf.get(step) ?? -1]
  if (stage === undefined || own === undefined || own.isStage) return []
  const steps = stepsOf(grid, stage)
  const isInside = grid.stages[own.stage]?.id === stageId
  if (isInside) {
    const order = keyFor(steps, step, position)
    return order === null ? [] : [{ type: 'move', object: ref(grid, 'step', step), order }]
  }
  const edits: Edit[] = []
  let list = steps
  if (steps.length === 0) {
    // The stage has had no steps: its own cards need one.
    const made = addStep(document, grid, stageId, 1, '', makeId)
    const kept = made.edits.filter((edit) => edit.object.id !== made.id)
    edits.push(...kept)
    list = kept.flatMap((edit) =>
      edit.type === 'insert' ? [{ id: edit.object.id, order: String(edit.properties['order']) }] : []
    )
  }
  edits.push({
    type: 'move',
    object: ref(grid, 'step', step),
    order: keyAt(list, Math.min(position, list.length)),
    into: { stage: stageId },
  })
  return edits
}

// Lanes

export function addLane(
  grid: Grid,
  all: readonly Ordered[],
  position: number,
  role: LaneRole,
  name: string,
  makeId: () => string = newId,
): Made {
  const id = makeId()
  const properties = { order: keyAt(all, position), role, name }
  return { id, edits: [{ type: 'insert', object: ref(grid, 'lane', id), properties }] }
}

/**
 * @param all every lane, hidden ones too: a place among the lanes shown lies right before the lane that
 * stands there.
 */
export function moveLane(
  grid: Grid,
  all: readonly { readonly id: string; readonly order: string }[],
  id: string,
  position: number,
): readonly Edit[] {
  const target = grid.lanes[position]
  const at = target === undefined ? all.length : all.findIndex((lane) => lane.id === target.id)
  const order = keyFor(all, id, at)
  return order === null ? [] : [{ type: 'move', object: ref(grid, 'lane', id), order }]
}

export const setHidden = (
  grid: Grid,
  id: string,
  isHidden: boolean,
): readonly Edit[] => [{ type: 'set', object: ref(grid, 'lane', id), property: 'isHidden', value: isHidden }]

// Flows

export function addFlow(
  grid: Grid,
  all: readonly Ordered[],
  kind: 'skip' | 'return' | 'loop',
  from: string,
  to: string,
  makeId: () => string = newId,
): Made {
  const id = makeId()
  const properties = { order: keyAt(all, all.length), kind, from, to, note: '' }
  return { id, edits: [{ type: 'insert', object: ref(grid, 'flow', id), properties }] }
}

/** What a flow between two stages is called: on to a later one, back to an earlier one, or round in one. */
export const kindOfFlow = (from: number, to: number): 'skip' | 'return' | 'loop' =>
  from === to ? 'loop' : to > from ? 'skip' : 'return'

export function retargetFlow(grid: Grid, id: string, end: 'from' | 'to', stage: string): readonly Edit[] {
  const flow = grid.flows.find((other) => other.id === id)
  if (flow === undefined || flow[end] === stage) return []
  const at = (name: string): number => grid.stages.findIndex((other) => other.id === name)
  const from = end === 'from' ? stage : flow.from
  const to = end === 'to' ? stage : flow.to
  const kind = kindOfFlow(at(from), at(to))
  const edits: Edit[] = [{ type: 'set', object: ref(grid, 'flow', id), property: end, value: stage }]
  if (kind !== flow.kind) {
    edits.push({ type: 'set', object: ref(grid, 'flow', id), property: 'kind', value: kind })
  }
  return edits
}
