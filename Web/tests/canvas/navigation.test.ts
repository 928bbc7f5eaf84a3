import { test } from 'node:test'
import assert from 'node:assert/strict'
import { cardDrop, flowDrop, laneDrop, stageDrop, stepDrop } from '../../src/editor/canvas/dropTargets'
import {
  cardsIn,
  cellAt,
  indexAt,
  rangeIn,
  rectOfBox,
  rowsTop,
  scrollInto,
} from '../../src/editor/canvas/geometry'
import { edgeOf, firstPlace, neighbour, nextCell } from '../../src/editor/canvas/navigation'
import type { Direction } from '../../src/editor/canvas/navigation'
import { placeKey } from '../../src/editor/view/place'
import type { Place } from '../../src/editor/view/place'
import { numbers } from '../harness/generatedMap'
import { documentOf, gridOf, layoutOf } from './maps'

const shop = documentOf({
  stages: { need: [], buy: ['pay', 'wait'] },
  lanes: { does: 'action', asks: 'question' },
  cards: [['does', 'need', 'a'], ['does', 'need', 'b'], ['does', 'pay', 'c'], ['asks', 'wait', 'd']],
})
const grid = gridOf(shop)
const layout = layoutOf(shop)
const cell = (lane: string, step: string, card: string | null): Extract<Place, { at: 'cell' }> => ({
  at: 'cell',
  lane,
  step,
  card,
})

test('arrows go through the cards of a cell, then to the next cell', () => {
  const go = (place: Place, ...ways: Direction[]): string =>
    placeKey(ways.reduce((at, way) => neighbour(grid, at, way), place))
  assert.equal(go(cell('does', 'need', 'a'), 'down'), 'cell/does/need/b')
  assert.equal(go(cell('does', 'need', 'b'), 'down'), 'cell/asks/need/')
  assert.equal(go(cell('asks', 'need', null), 'up'), 'cell/does/need/b')
  assert.equal(go(cell('does', 'need', 'b'), 'right'), 'cell/does/pay/c')
  assert.equal(go(cell('does', 'need', 'a'), 'up'), 'stage/need')
  assert.equal(go(cell('does', 'pay', 'c'), 'up'), 'step/pay')
  assert.equal(go(cell('does', 'pay', 'c'), 'up', 'up'), 'stage/buy')
  assert.equal(go(cell('does', 'need', 'a'), 'left'), 'lane/does')
  assert.equal(go(cell('does', 'need', 'a'), 'left', 'up', 'down'), 'cell/does/need/a')
})

test('Tab goes through all cells in reading order and ends behind the last', () => {
  const seen: string[] = []
  let place: Place | null = cell('does', 'need', 'a')
  while (place !== null && place.at === 'cell') {
    seen.push(`${place.lane} ${place.step}`)
    place = nextCell(grid, place, 1)
  }
  assert.deepEqual(seen, ['does need', 'does pay', 'does wait', 'asks need', 'asks pay', 'asks wait'])
  assert.equal(nextCell(grid, cell('does', 'need', 'a'), -1), null)
})

test('from any place every arrow leads to a place that exists', () => {
  const next = numbers(2)
  let place = firstPlace(grid)
  const ways: readonly Direction[] = ['up', 'down', 'left', 'right']
  for (let round = 0; round < 2_000 && place !== null; round += 1) {
    place = neighbour(grid, place, ways[Math.floor(next() * 4)] ?? 'up')
    if (place.at === 'cell') assert(grid.laneAt.has(place.lane) && grid.columnOf.has(place.step))
    if (place.at === 'stage') {
      assert(grid.stages.some((stage) => place?.at === 'stage' && stage.id === place.stage))
    }
  }
})

test('Home and End go to the ends of the lane, with Ctrl to the corners of the map', () => {
  assert.equal(placeKey(edgeOf(grid, cell('does', 'pay', 'c'), 'end', false)), 'cell/does/wait/')
  assert.equal(placeKey(edgeOf(grid, cell('does', 'pay', 'c'), 'end', true)), 'cell/asks/wait/d')
  assert.equal(placeKey(edgeOf(grid, cell('asks', 'pay', null), 'start', true)), 'cell/does/need/a')
})

test('what is in a stretch is found as by looking at every edge', () => {
  const next = numbers(9)
  for (let round = 0; round < 300; round += 1) {
    const edges = [0]
    for (let count = Math.floor(next() * 20); count >= 0; count -= 1) {
      edges.push((edges[edges.length - 1] ?? 0) + 1 + Math.floor(next() * 30))
    }
    const from = Math.floor(next() * 300) - 20
    const to = from + Math.floor(next() * 200)
    const seen = edges.slice(0, -1).flatMap((
      edge,
      index,
    ) => (edge <= to && (edges[index + 1] ?? 0) > from ? [index] : []))
    const range = rangeIn(edges, from, to, 0)
    if (seen.length > 0) assert.deepEqual([range.from, range.to], [seen[0], (seen[seen.length - 1] ?? 0) + 1])
    assert.equal(indexAt(edges, from), edges.filter((edge) => edge <= from).length - 1)
  }
})

test('a card is dropped before the first card whose middle lies below the pointer', () => {
  const box = layout.rows[0]?.cells[0]?.boxes[1]
  assert(box !== undefined)
  const second = rectOfBox(layout, 0, 0, box)
  const above = cardDrop(grid, layout, { x: second.x + 5, y: second.y + 2 }, new Set())
  const below = cardDrop(grid, layout, { x: second.x + 5, y: second.y + second.height - 2 }, new Set())
  assert.deepEqual(above?.what === 'cards' && above.spot, { lane: 'does', step: 'need', before: 'b' })
  assert.deepEqual(below?.what === 'cards' && below.spot, { lane: 'does', step: 'need', before: null })
})

test('a card that is dragged does not count among those it is dropped between', () => {
  const box = layout.rows[0]?.cells[0]?.boxes[0]
  assert(box !== undefined)
  const first = rectOfBox(layout, 0, 0, box)
  const drop = cardDrop(grid, layout, { x: first.x, y: first.y }, new Set(['a']))
  assert.deepEqual(drop?.what === 'cards' && drop.spot.before, 'b')
})

test('a drop beside the map lands in the nearest cell', () => {
  const drop = cardDrop(grid, layout, { x: 1e6, y: 1e6 }, new Set())
  assert.deepEqual(drop?.what === 'cards' && [drop.spot.lane, drop.spot.step], ['asks', 'wait'])
})

test('lanes, stages and steps are dropped at the nearest gap, ends of flows on a stage', () => {
  const lane = laneDrop(layout, { x: 0, y: rowsTop(layout) + (layout.rowY[1] ?? 0) + 4 })
  assert.equal(lane?.what === 'lane' && lane.position, 1)
  const stage = stageDrop(grid, layout, { x: (layout.columnX[3] ?? 0) - 10, y: 0 })
  assert.equal(stage?.what === 'stage' && stage.position, 2)
  const step = stepDrop(grid, layout, { x: (layout.columnX[2] ?? 0) + 10, y: 0 })
  assert.deepEqual(step?.what === 'step' && [step.stage, step.position], ['buy', 1])
  const flow = flowDrop(grid, layout, { x: (layout.columnX[2] ?? 0) + 10, y: 0 })
  assert.equal(flow?.what === 'flow' && flow.stage, 'buy')
})

test('a point leads to its cell and a frame to the cards it touches', () => {
  const box = layout.rows[0]?.cells[1]?.boxes[0]
  assert(box !== undefined)
  const rect = rectOfBox(layout, 0, 1, box)
  assert.deepEqual(cellAt(layout, { x: rect.x + 1, y: rect.y + 1 }), { row: 0, column: 1 })
  assert.equal(cellAt(layout, { x: 3, y: rect.y }), null)
  assert.deepEqual(cardsIn(layout, { x: rect.x - 200, y: rect.y, width: 210, height: 4 }), ['a', 'c'])
})

test('scrolling brings a stretch into sight and moves no further than it must', () => {
  assert.equal(scrollInto(500, 100, 0, 800, 100), 0)
  assert.equal(scrollInto(900, 100, 0, 800, 100), 212)
  assert.equal(scrollInto(350, 100, 400, 800, 100), 238)
})
