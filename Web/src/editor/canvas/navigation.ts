import type { Place } from '../view/place'
import { cellCards } from './grid'
import type { Grid } from './grid'

export type Direction = 'up' | 'down' | 'left' | 'right'

const clamp = (value: number, last: number): number => Math.max(0, Math.min(value, last))

/** A cell with the card at a position in it, the last one at most; without cards the empty cell. */
export function cellPlace(grid: Grid, lane: string, step: string, position: number): Place {
  const cards = cellCards(grid, lane, step)
  const card = cards[clamp(position, cards.length - 1)]
  return { at: 'cell', lane, step, card: card?.id ?? null }
}

/** The first place of a map: its first cell, or what there is. */
export function firstPlace(grid: Grid): Place | null {
  const lane = grid.lanes[0]
  const column = grid.columns[0]
  if (lane !== undefined && column !== undefined) return cellPlace(grid, lane.id, column.step, 0)
  if (column !== undefined) return { at: 'stage', stage: column.step }
  return lane === undefined ? null : { at: 'lane', lane: lane.id }
}

/** Where an arrow key leads; the same place at the edge of the map. */
export function neighbour(grid: Grid, place: Place, direction: Direction): Place {
  switch (place.at) {
    case 'cell':
      return fromCell(grid, place, direction)
    case 'stage':
      return fromStage(grid, place.stage, direction) ?? place
    case 'step':
      return fromStep(grid, place.step, direction) ?? place
    case 'lane':
      return fromLane(grid, place.lane, direction) ?? place
    case 'flow':
      return fromFlow(grid, place.flow, direction) ?? place
  }
}

function fromCell(grid: Grid, place: Extract<Place, { at: 'cell' }>, direction: Direction): Place {
  const cards = cellCards(grid, place.lane, place.step)
  const position = cards.findIndex((card) => card.id === place.card)
  const column = grid.columnOf.get(place.step) ?? 0
  const row = grid.laneAt.get(place.lane) ?? 0
  switch (direction) {
    case 'left': {
      const next = grid.columns[column - 1]
      return next === undefined
        ? { at: 'lane', lane: place.lane }
        : cellPlace(grid, place.lane, next.step, Math.max(0, position))
    }
    case 'right': {
      const next = grid.columns[column + 1]
      return next === undefined ? place : cellPlace(grid, place.lane, next.step, Math.max(0, position))
    }
    case 'up': {
      const before = cards[position - 1]
      if (before !== undefined) return { ...place, card: before.id }
      const lane = grid.lanes[row - 1]
      return lane === undefined
        ? headOf(grid, column) ?? place
        : cellPlace(grid, lane.id, place.step, Infinity)
    }
    case 'down': {
      const after = position < 0 ? undefined : cards[position + 1]
      if (after !== undefined) return { ...place, card: after.id }
      const lane = grid.lanes[row + 1]
      return lane === undefined ? place : cellPlace(grid, lane.id, place.step, 0)
    }
  }
}

function headOf(grid: Grid, column: number): Place | null {
  const found = grid.columns[column]
  if (found === undefined) return null
  return found.isStage ? { at: 'stage', stage: found.step } : { at: 'step', step: found.step }
}

function fromStage(grid: Grid, id: string, direction: Direction): Place | null {
  const index = grid.stages.findIndex((stage) => stage.id === id)
  const stage = grid.stages[index]
  if (stage === undefined) return null
  if (direction === 'left' || direction === 'right') {
    const next = grid.stages[index + (direction === 'left' ? -1 : 1)]
    return next === undefined ? null : { at: 'stage', stage: next.id }
  }
  if (direction === 'up') {
    const flow = grid.flows.find((other) => other.from === id) ?? grid.flows.find((other) => other.to === id)
    return flow === undefined ? null : { at: 'flow', flow: flow.id }
  }
  const column = grid.columns[stage.firstColumn]
  if (column === undefined) return null
  if (!column.isStage) return { at: 'step', step: column.step }
  const lane = grid.lanes[0]
  return lane === undefined ? null : cellPlace(grid, lane.id, column.step, 0)
}

function fromStep(grid: Grid, id: string, direction: Direction): Place | null {
  const index = grid.columnOf.get(id) ?? 0
  if (direction === 'up') {
    const stage = grid.stages[grid.columns[index]?.stage ?? 0]
    return stage === undefined ? null : { at: 'stage', stage: stage.id }
  }
  if (direction === 'down') {
    const lane = grid.lanes[0]
    return lane === undefined ? null : cellPlace(grid, lane.id, id, 0)
  }
  return headOf(grid, index + (direction === 'left' ? -1 : 1))
}

function fromLane(grid: Grid, id: string, direction: Direction): Place | null {
  const row = grid.laneAt.get(id) ?? 0
  if (direction === 'right') {
    const column = grid.columns[0]
    return column === undefined ? null : cellPlace(grid, id, column.step, 0)
  }
  if (direction === 'left') return null
  const next = grid.lanes[row + (direction === 'up' ? -1 : 1)]
  if (next !== undefined) return { at: 'lane', lane: next.id }
  const stage = grid.stages[0]
  return direction === 'up' && stage !== undefined ? { at: 'stage', stage: stage.id } : null
}

function fromFlow(grid: Grid, id: string, direction: Direction): Place | null {
  const index = grid.flows.findIndex((flow) => flow.id === id)
  const flow = grid.flows[index]
  if (flow === undefined || direction === 'up') return null
  if (direction === 'down') return { at: 'stage', stage: flow.from }
  const next = grid.flows[index + (direction === 'left' ? -1 : 1)]
  return next === undefined ? null : { at: 'flow', flow: next.id }
}

/** The next or previous cell in reading order; null behind the last and before the first. */
export function nextCell(grid: Grid, place: Extract<Place, { at: 'cell' }>, by: 1 | -1): Place | null {
  const columns = grid.columns.length
  const at = (grid.laneAt.get(place.lane) ?? 0) * columns + (grid.columnOf.get(place.step) ?? 0) + by
  const lane = grid.lanes[Math.floor(at / columns)]
  const column = grid.columns[((at % columns) + columns) % columns]
  return at < 0 || lane === undefined || column === undefined
    ? null
    : cellPlace(grid, lane.id, column.step, 0)
}

/** Home, End and with Ctrl the corners of the map. */
export function edgeOf(grid: Grid, place: Place, edge: 'start' | 'end', isWhole: boolean): Place {
  const lanes = grid.lanes
  const lane = isWhole
    ? lanes[edge === 'start' ? 0 : lanes.length - 1]?.id
    : place.at === 'cell' || place.at === 'lane'
    ? place.lane
    : undefined
  const column = grid.columns[edge === 'start' ? 0 : grid.columns.length - 1]
  if (lane !== undefined && column !== undefined) {
    return cellPlace(grid, lane, column.step, edge === 'start' ? 0 : Infinity)
  }
  if (place.at === 'stage') {
    return {
      at: 'stage',
      stage: (edge === 'start' ? grid.stages[0] : grid.stages[grid.stages.length - 1])?.id ?? place.stage,
    }
  }
  return place.at === 'step' && column !== undefined ? { at: 'step', step: column.step } : place
}
