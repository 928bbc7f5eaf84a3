import { test } from 'node:test'
import assert from 'node:assert/strict'
import { keyOf } from '../../src/core/types'
import type { Edit } from '../../src/core/types'
import { blueprintLines } from '../../src/editor/canvas/blueprint'
import { curveOf, runsIn } from '../../src/editor/canvas/emotionCurve'
import { routeFlows } from '../../src/editor/canvas/flows'
import { cardPlaces, withCards } from '../../src/editor/canvas/grid'
import { layoutGrid, relayoutRows } from '../../src/editor/canvas/layout'
import type { LaneRole } from '../../src/editor/canvas/roles'
import { sizes } from '../../src/editor/canvas/sizes'
import { generatedMap, numbers } from '../harness/generatedMap'
import { MemoryDocument } from '../support/memoryDocument'
import { around, documentOf, everything, gridOf, layoutOf } from './maps'

const shop = (): MemoryDocument =>
  documentOf({
    stages: { need: [], buy: ['pay', 'wait'] },
    lanes: { does: 'action', feels: 'emotion', stops: 'barrier' },
    cards: [
      ['does', 'need', 'looks around for a long while and asks everybody'],
      ['does', 'pay', 'pays', { span: 5 }],
      ['does', 'wait', 'waits'],
      ['feels', 'need', 'glad', { emotion: { score: 2, name: 'glad' } }],
      ['feels', 'pay', 'well', { emotion: { score: 1, branch: 'well' } }],
      ['feels', 'pay', 'badly', { emotion: { score: -3, branch: 'badly' } }],
      ['feels', 'wait', 'bored', { emotion: { score: -1 } }],
    ],
  })

test('a stage without steps is a column, one with steps is as many', () => {
  const grid = gridOf(shop())
  assert.deepEqual(grid.columns.map((column) => column.step), ['need', 'pay', 'wait'])
  assert.deepEqual(grid.stages.map((stage) => [stage.firstColumn, stage.columns]), [[0, 1], [1, 2]])
})

test('a card that spans columns is cut at the end of the map and pushes down what lies below it', () => {
  const layout = layoutOf(shop())
  const [, pay, wait] = layout.rows[0]?.cells ?? []
  const wide = pay?.boxes[0]
  const narrow = wait?.boxes[0]
  assert.equal(wide?.span, 2)
  assert.equal(wide?.width, 2 * sizes.column - 2 * sizes.cellPadding)
  assert(wide !== undefined && narrow !== undefined && narrow.y >= wide.y + wide.height)
})

test('the height of a row is the room its fullest cell needs', () => {
  const layout = layoutOf(shop())
  const row = layout.rows[0]
  const bottom = Math.max(
    ...(row?.cells ?? []).flatMap((cell) => cell.boxes.map((box) => box.y + box.height)),
  )
  assert((row?.height ?? 0) >= bottom + sizes.cellPadding)
  assert.equal(layout.rowY[1], row?.height)
})

test('after any edits of cards the kept grid and layout are the ones made from scratch', () => {
  const document = new MemoryDocument('m', generatedMap(5, 3, 6, 120, 5))
  const next = numbers(11)
  let grid = gridOf(document)
  let layout = layoutGrid(grid, around(document), null)
  const places = cardPlaces(grid)
  document.subscribe((changed) => {
    const updated = withCards(grid, document, changed, places, everything)
    grid = updated.grid
    layout = relayoutRows(grid, layout, updated.lanes, around(document))
  })
  for (let round = 0; round < 300; round += 1) {
    const object = { kind: 'card', id: `c${Math.floor(next() * 130)}`, map: 'm' } as const
    const spot = {
      lane: `l${Math.floor(next() * 6)}`,
      step: `s${Math.floor(next() * 5)}-${Math.floor(next() * 3)}`,
    }
    const choices: Edit[] = [
      { type: 'move', object, order: next().toString(36).slice(2, 6), into: spot },
      { type: 'tombstone', object },
      { type: 'restore', object },
      { type: 'set', object, property: 'text', value: 'word '.repeat(Math.floor(next() * 20)) },
      { type: 'set', object, property: 'span', value: 1 + Math.floor(next() * 3) },
      { type: 'insert', object, properties: { ...spot, order: 'q', text: 'new' } },
    ]
    const edit = choices[Math.floor(next() * choices.length)]
    if (edit !== undefined) document.commit('edit', [edit])
    if (round % 40 === 0) document.undo()
  }
  const fresh = gridOf(document)
  assert.deepEqual(
    [...grid.cells].map(([lane, row]) => [lane, row.map((cell) => cell.map((card) => card.id))]),
    [...fresh.cells].map(([lane, row]) => [lane, row.map((cell) => cell.map((card) => card.id))]),
  )
  assert.deepEqual(layout.rowY, layoutGrid(fresh, around(document), null).rowY)
  assert.deepEqual([...places.keys()].sort(), [...cardPlaces(fresh).keys()].sort())
})

test('a change of one card leaves all other cells the same objects', () => {
  const document = new MemoryDocument('m', generatedMap(5, 3, 6, 120, 5))
  const grid = gridOf(document)
  const layout = layoutGrid(grid, around(document), null)
  const places = cardPlaces(grid)
  const lane = places.get('c7')?.lane
  document.commit('retype', [{
    type: 'set',
    object: { kind: 'card', id: 'c7', map: 'm' },
    property: 'text',
    value: 'Other',
  }])
  const updated = withCards(
    grid,
    document,
    new Set([keyOf({ kind: 'card', id: 'c7', map: 'm' })]),
    places,
    everything,
  )
  const after = relayoutRows(updated.grid, layout, updated.lanes, around(document))
  let differing = 0
  after.rows.forEach((row, index) => {
    if (row.lane.id !== lane) assert.equal(row, layout.rows[index])
    row.cells.forEach((cell, column) => {
      if (cell !== layout.rows[index]?.cells[column]) differing += 1
    })
  })
  assert.equal(differing, 1)
})

test('the curve joins neighbours, forks at alternatives and marks its highest and lowest moment', () => {
  const document = shop()
  const grid = gridOf(document)
  const curve = curveOf(grid.cells.get('feels') ?? [], layoutOf(document).columnX, null, 'olena')
  assert.deepEqual(curve.points.map((point) => point.card.id), ['glad', 'bored'])
  assert.deepEqual(curve.runs.map((run) => run.length), [1, 1])
  assert.deepEqual(curve.forks.map((fork) => [fork.before?.card.id, fork.ends.length, fork.after?.card.id]), [
    ['glad', 2, 'bored'],
  ])
  assert.deepEqual([curve.peak, curve.pit], [2, -1])
})

test('what is not known is a gap in the curve, and only the part in sight is drawn', () => {
  const feeling = (score: number): { emotion: { score: number } } => ({ emotion: { score } })
  const document = documentOf({
    stages: { a: [], b: [], c: [], d: [], e: [] },
    lanes: { feels: 'emotion' },
    cards: [['feels', 'a', 'one', feeling(1)], ['feels', 'b', 'two', feeling(2)], [
      'feels',
      'd',
      'three',
      feeling(0),
    ], ['feels', 'e', 'four', feeling(1)]],
  })
  const { columnX } = layoutOf(document)
  const { runs } = curveOf(gridOf(document).cells.get('feels') ?? [], columnX, null, null)
  assert.deepEqual(runs.map((run) => run.map((point) => point.card.id)), [['one', 'two'], ['three', 'four']])
  assert.deepEqual(
    runsIn(runs, columnX[4] ?? 0, columnX[5] ?? 0).flat().map((point) => point.card.id).slice(-2),
    ['three', 'four'],
  )
})

test('blueprint lines follow from the roles of lanes and disappear when these are out of order', () => {
  const lines = (...roles: LaneRole[]): readonly (readonly [string, number])[] =>
    blueprintLines(roles).map((line) => [line.kind, line.position])
  assert.deepEqual(lines('action', 'front-stage', 'back-stage', 'support'), [['interaction', 1], [
    'visibility',
    2,
  ], ['internal-interaction', 3]])
  assert.deepEqual(lines('front-stage', 'back-stage'), [['visibility', 1]])
  assert.deepEqual(lines('action', 'back-stage', 'front-stage'), [['interaction', 2]])
  assert.deepEqual(lines('action', 'front-stage', 'barrier'), [['interaction', 1]])
})

test('flows that would lie on each other run on tracks of their own', () => {
  const flow = (id: string, from: string, to: string) => ({ id, kind: 'skip', from, to, note: '' }) as const
  const at = new Map(['a', 'b', 'c', 'd'].map((name, index) => [name, index]))
  const routes = routeFlows([
    flow('x', 'a', 'd'),
    flow('y', 'b', 'c'),
    flow('z', 'a', 'b'),
    flow('loop', 'c', 'c'),
    flow('gone', 'a', 'q'),
  ], at)
  assert.deepEqual(Object.fromEntries(routes.map((route) => [route.flow.id, route.level])), {
    loop: 0,
    z: 0,
    y: 1,
    x: 2,
  })
})
