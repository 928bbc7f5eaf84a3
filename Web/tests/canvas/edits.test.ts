import { test } from 'node:test'
import assert from 'node:assert/strict'
import { cardOf } from '../../src/editor/canvas/objects'
import type { Card } from '../../src/editor/canvas/objects'
import {
  addCard,
  duplicateCards,
  moveCards,
  readFeeling,
  retypeCard,
  roundScore,
  setFeeling,
  spotAfter,
  spotBeside,
} from '../../src/editor/commands/cardEdits'
import { clipCards, clipLane, clipStage, readClip, tableOf } from '../../src/editor/commands/clips'
import { pasteCards, pasteLane, pasteMap, pasteStage, pasteTable } from '../../src/editor/commands/pastes'
import { matchesKeys } from '../../src/editor/commands/keys'
import { CommandRegistry } from '../../src/editor/commands/registry'
import type { Command } from '../../src/editor/commands/registry'
import {
  addStep,
  mergeWithNext,
  moveLane,
  moveStage,
  moveStep,
  retargetFlow,
  splitColumn,
} from '../../src/editor/commands/structureEdits'
import { nextZoom } from '../../src/editor/commands/viewCommands'
import { EditorView } from '../../src/editor/view/editorView'
import { noMarks } from '../../src/editor/view/services'
import { generatedMap, numbers } from '../harness/generatedMap'
import { MemoryDocument } from '../support/memoryDocument'
import { counter, documentOf, gridOf, textsIn } from './maps'

const shop = (): MemoryDocument =>
  documentOf({
    stages: { need: [], buy: ['pay', 'wait'], use: [] },
    lanes: { does: 'action', asks: 'question', mends: 'solution' },
    cards: [
      ['does', 'need', 'a'],
      ['does', 'need', 'b'],
      ['does', 'need', 'c'],
      ['does', 'pay', 'd'],
      ['does', 'wait', 'e'],
      ['asks', 'pay', 'f'],
      ['mends', 'pay', 'g', { links: ['f'] }],
    ],
  })
const card = (document: MemoryDocument, id: string): Card => {
  const item = document.get({ kind: 'card', id, map: 'm' })
  assert(item !== undefined)
  return cardOf(item)
}
const cardsOf = (document: MemoryDocument, ids: string): readonly Card[] =>
  [...ids].map((id) => card(document, id))
const order = (document: MemoryDocument, kind: 'lane' | 'stage' | 'step'): readonly string[] =>
  document.list(kind).map((item) => item.ref.id)

test('a new card comes right behind the one it was typed after', () => {
  const document = shop()
  document.commit(
    'add',
    addCard(gridOf(document), spotAfter(gridOf(document), 'does', 'need', 'a'), 'new', {}, counter('n'))
      .edits,
  )
  assert.deepEqual(textsIn(document, 'does', 'need'), ['a', 'new', 'b', 'c'])
  document.commit(
    'add',
    addCard(gridOf(document), spotAfter(gridOf(document), 'does', 'need', null), 'first', {}, counter())
      .edits,
  )
  assert.deepEqual(textsIn(document, 'does', 'need'), ['first', 'a', 'new', 'b', 'c'])
})

test('several cards moved together keep their order, and those they pass stay untouched', () => {
  const document = shop()
  const edits = moveCards(gridOf(document), cardsOf(document, 'ac'), {
    lane: 'does',
    step: 'pay',
    before: 'd',
  })
  document.commit('move', edits)
  assert.deepEqual(textsIn(document, 'does', 'pay'), ['a', 'c', 'd'])
  assert.equal(edits.length, 2)
})

test('cards dropped where they are change nothing', () => {
  const document = shop()
  assert.deepEqual(
    moveCards(gridOf(document), cardsOf(document, 'ab'), { lane: 'does', step: 'need', before: 'c' }),
    [],
  )
  assert.deepEqual(
    moveCards(gridOf(document), cardsOf(document, 'b'), { lane: 'does', step: 'need', before: 'b' }),
    [],
  )
})

test('Shift with an arrow moves within the cell, then into the next', () => {
  const document = shop()
  const move = (ids: string, way: 'up' | 'down' | 'left' | 'right'): void => {
    const spot = spotBeside(gridOf(document), cardsOf(document, ids), way)
    if (spot !== null) document.commit('move', moveCards(gridOf(document), cardsOf(document, ids), spot))
  }
  move('a', 'down')
  assert.deepEqual(textsIn(document, 'does', 'need'), ['b', 'a', 'c'])
  move('c', 'down')
  assert.deepEqual(textsIn(document, 'asks', 'need'), ['c'])
  move('b', 'right')
  assert.deepEqual(textsIn(document, 'does', 'pay'), ['b', 'd'])
  move('b', 'up')
  assert.deepEqual(textsIn(document, 'does', 'pay'), ['b', 'd'])
})

test('however cards are moved, none is lost or doubled and undo brings back what was', () => {
  const document = new MemoryDocument('m', generatedMap(4, 2, 4, 60, 8))
  const start = JSON.stringify(document.list('card').map((item) => [item.ref.id, item.values]))
  const next = numbers(21)
  let moves = 0
  for (let round = 0; round < 200; round += 1) {
    const grid = gridOf(document)
    const all = [...grid.cells.values()].flatMap((row) => row.flat())
    const from = Math.floor(next() * all.length)
    const spot = {
      lane: `l${Math.floor(next() * 4)}`,
      step: `s${Math.floor(next() * 4)}-${Math.floor(next() * 2)}`,
    }
    const cell = grid.cells.get(spot.lane)?.[grid.columnOf.get(spot.step) ?? 0] ?? []
    const edits = moveCards(grid, all.slice(from, from + 3), {
      ...spot,
      before: cell[Math.floor(next() * cell.length)]?.id ?? null,
    })
    if (edits.length > 0) moves += 1
    document.commit('move', edits)
    assert.equal([...gridOf(document).cells.values()].flat(2).length, 60)
  }
  for (; moves > 0; moves -= 1) document.undo()
  assert.equal(JSON.stringify(document.list('card').map((item) => [item.ref.id, item.values])), start)
})

test('a duplicate stands right behind its original with everything the original says', () => {
  const document = shop()
  const { edits, ids } = duplicateCards(gridOf(document), cardsOf(document, 'g'), counter())
  document.commit('duplicate', edits)
  assert.deepEqual(card(document, ids[0] ?? '').links, ['f'])
  assert.deepEqual(textsIn(document, 'mends', 'pay'), ['g', 'g'])
})

test('a feeling is read with its score, in half steps within −3 and +3', () => {
  assert.deepEqual(readFeeling('+2 glad'), { score: 2, name: 'glad' })
  assert.deepEqual(readFeeling('−1,5 let down'), { score: -1.5, name: 'let down' })
  assert.equal(readFeeling('2 days of waiting')?.name, 'days of waiting')
  assert.equal(readFeeling('glad'), null)
  assert.equal(readFeeling('12 times'), null)
  assert.deepEqual([-9, -0.3, 0.26, 7].map(roundScore), [-3, -0.5, 0.5, 3])
})

test('a card whose words are taken away is deleted, unless it carries more than words', () => {
  const document = documentOf({
    stages: { a: [] },
    lanes: { does: 'action', feels: 'emotion' },
    cards: [['does', 'a', 'plain'], ['does', 'a', 'seen', { picture: 'hash' }], ['feels', 'a', 'glad', {
      emotion: { score: 1, name: 'glad', emoji: '🙂' },
    }]],
  })
  const grid = gridOf(document)
  assert.equal(retypeCard(grid, card(document, 'plain'), '')[0]?.type, 'tombstone')
  assert.equal(retypeCard(grid, card(document, 'seen'), '')[0]?.type, 'set')
  document.commit('retype', retypeCard(grid, card(document, 'glad'), '-1 bored'))
  assert.deepEqual(card(document, 'glad').emotion, {
    score: -1,
    name: 'bored',
    emoji: '🙂',
    persona: null,
    branch: null,
  })
  assert.deepEqual(setFeeling(grid, card(document, 'glad'), -1.1), [])
})

test('the first step of a stage takes over its cards', () => {
  const document = shop()
  const made = addStep(document, gridOf(document), 'need', 1, 'second', counter())
  document.commit('add', made.edits)
  const grid = gridOf(document)
  assert.deepEqual(grid.columns.slice(0, 2).map((column) => column.name), ['need', 'second'])
  assert.deepEqual(textsIn(document, 'does', grid.columns[0]?.step ?? ''), ['a', 'b', 'c'])
  assert.equal(card(document, 'a').step, grid.columns[0]?.step)
  document.undo()
  assert.equal(gridOf(document).columns[0]?.isStage, true)
})

test('a split brings the chosen cards into the new step, a merge brings them back', () => {
  const document = shop()
  const made = splitColumn(document, gridOf(document), 'need', new Set(['b']), '', counter())
  document.commit('split', made.edits)
  assert.deepEqual(textsIn(document, 'does', made.id), ['b'])
  const first = gridOf(document).columns[0]?.step ?? ''
  const merged = mergeWithNext(document, gridOf(document), first)
  assert(merged !== null)
  document.commit('merge', merged)
  assert.deepEqual(textsIn(document, 'does', first), ['a', 'c', 'b'])
  assert.equal(mergeWithNext(document, gridOf(document), 'use'), null)
})

test('stages, steps and lanes go to the gap they were dropped at', () => {
  const document = shop()
  document.commit('move', moveStage(gridOf(document), 'need', 2))
  assert.deepEqual(order(document, 'stage'), ['buy', 'need', 'use'])
  assert.deepEqual(moveStage(gridOf(document), 'need', 1), [])
  document.commit('move', moveStep(document, gridOf(document), 'wait', 'buy', 0))
  assert.deepEqual(order(document, 'step'), ['wait', 'pay'])
  const lanes = document.list('lane').map((item) => ({
    id: item.ref.id,
    order: String(item.values['order']),
  }))
  document.commit('move', moveLane(gridOf(document), lanes, 'mends', 0))
  assert.deepEqual(order(document, 'lane'), ['mends', 'does', 'asks'])
})

test('a step moved into a stage without steps gives that stage a step for its own cards', () => {
  const document = shop()
  document.commit('move', moveStep(document, gridOf(document), 'wait', 'need', 1, counter()))
  const grid = gridOf(document)
  assert.deepEqual(grid.columns.filter((column) => column.stage === 0).map((column) => column.name), [
    'need',
    'wait',
  ])
  assert.deepEqual(textsIn(document, 'does', grid.columns[0]?.step ?? ''), ['a', 'b', 'c'])
})

test('a flow whose end passes its start becomes a return, and a loop where both are one', () => {
  const document = documentOf({
    stages: { a: [], b: [], c: [] },
    lanes: {},
    more: [{
      kind: 'flow',
      id: 'f',
      map: 'm',
      properties: { order: 'i', kind: 'skip', from: 'b', to: 'c', note: '' },
    }],
  })
  const kindAfter = (stage: string): unknown => {
    document.commit('turn', retargetFlow(gridOf(document), 'f', 'to', stage))
    return document.get({ kind: 'flow', id: 'f', map: 'm' })?.values['kind']
  }
  assert.deepEqual([kindAfter('a'), kindAfter('b'), kindAfter('c')], ['return', 'loop', 'skip'])
})

test('copied cards keep their places to each other, and links among them follow', () => {
  const document = shop()
  const clip = clipCards(gridOf(document), cardsOf(document, 'fg'))
  assert.deepEqual(tableOf(clip, ({ id }) => id), [['f'], ['g']])
  const pasted = pasteCards(
    gridOf(document),
    readClip(JSON.stringify(clip)) ?? clip,
    'asks',
    'use',
    null,
    counter('n'),
  )
  document.commit('paste', pasted.edits)
  assert.deepEqual([textsIn(document, 'asks', 'use'), textsIn(document, 'mends', 'use')], [['f'], ['g']])
  assert.deepEqual(card(document, pasted.cards[1] ?? '').links, [pasted.cards[0]])
})

test('what would lie outside the map is counted, not squeezed in', () => {
  const document = shop()
  const clip = clipCards(gridOf(document), cardsOf(document, 'fg'))
  assert.deepEqual(pasteCards(gridOf(document), clip, 'mends', 'use', null, counter()).left, 1)
})

test('links to cards of another map are dropped, touchpoints are kept', () => {
  const document = shop()
  const clip = { ...clipCards(gridOf(document), cardsOf(document, 'g')), map: 'other' }
  const withTouchpoint = {
    ...clip,
    cards: clip.cards.map((each) => ({ ...each, values: { ...each.values, touchpoint: 'shop' } })),
  }
  document.commit(
    'paste',
    pasteCards(gridOf(document), withTouchpoint, 'mends', 'use', null, counter('n')).edits,
  )
  assert.deepEqual([card(document, 'n1').links, card(document, 'n1').touchpoint], [[], 'shop'])
})

test('a whole lane and a whole stage come with their cards', () => {
  const document = shop()
  const grid = gridOf(document)
  const lane = grid.lanes[0]
  assert(lane !== undefined)
  document.commit('paste', pasteLane(grid, grid.lanes, clipLane(grid, lane), 1, counter('l')).edits)
  assert.deepEqual(order(document, 'lane').length, 4)
  assert.deepEqual(textsIn(document, 'l1', 'need'), ['a', 'b', 'c'])
  const clip = clipStage(grid, 'buy', { name: 'buy' })
  assert(clip !== null)
  const pasted = pasteStage(grid, clip, 3, counter('s'))
  document.commit('paste', pasted.edits)
  const columns = gridOf(document).columns.slice(-2)
  assert.deepEqual(columns.map((column) => column.name), ['pay', 'wait'])
  assert.deepEqual(textsIn(document, 'does', columns[1]?.step ?? ''), ['e'])
})

test('a table fills cells from the cursor on, every line a card, behind what is there', () => {
  const document = shop()
  document.commit(
    'paste',
    pasteTable(gridOf(document), [['x', 'y\nz'], ['', 'q']], 'does', 'need', counter('t')).edits,
  )
  assert.deepEqual(textsIn(document, 'does', 'need'), ['a', 'b', 'c', 'x'])
  assert.deepEqual(textsIn(document, 'does', 'pay'), ['d', 'y', 'z'])
  assert.deepEqual(textsIn(document, 'asks', 'pay'), ['f', 'q'])
})

test('on an empty map a table makes the stages and the lanes too', () => {
  const document = documentOf({ stages: {}, lanes: {} })
  document.commit(
    'paste',
    pasteMap(gridOf(document), [], [['', 'Need', 'Buy'], ['Actions', 'asks', 'pays\nwaits'], [
      'Weather',
      'cold',
    ]], counter('m')).edits,
  )
  const grid = gridOf(document)
  assert.deepEqual(grid.stages.map((stage) => stage.name), ['Need', 'Buy'])
  assert.deepEqual(grid.lanes.map((lane) => [lane.role, lane.name]), [['action', 'Actions'], [
    'custom',
    'Weather',
  ]])
  assert.deepEqual(grid.cells.get(grid.lanes[0]?.id ?? '')?.map((cell) => cell.map((each) => each.text)), [[
    'asks',
  ], ['pays', 'waits']])
})

test('another program’s clipboard is not taken for ours', () => {
  assert.equal(readClip('{"cards": 3}'), null)
  assert.equal(readClip('not json'), null)
})

test('keys match as they are written, and signs however they are typed', () => {
  const press = (key: string, held = ''): Parameters<typeof matchesKeys>[1] => ({
    key,
    ctrlKey: held.includes('c'),
    metaKey: held.includes('m'),
    shiftKey: held.includes('s'),
    altKey: held.includes('a'),
  })
  assert(
    matchesKeys('Mod+z', press('z', 'c')) && matchesKeys('?', press('?', 's')) &&
      matchesKeys('Mod++', press('+', 'c')),
  )
  assert(
    !matchesKeys('Mod+z', press('z')) && !matchesKeys('ArrowUp', press('ArrowUp', 's')) &&
      !matchesKeys('Mod+z', press('Z', 'cs')),
  )
})

test('of two commands on one key the first that can run now is meant', () => {
  const registry = new CommandRegistry()
  const command = (id: string, isEnabled: boolean, isOnCanvas = false): Command => ({
    id,
    title: id,
    group: 'edit',
    keys: ['Enter'],
    isOnCanvas,
    isEnabled: () => isEnabled,
    run: () => undefined,
  })
  registry.register(command('never', false), command('canvas', true, true), command('anywhere', true))
  const context = {
    document: shop(),
    view: new EditorView(),
    services: {
      permission: 'edit',
      client: '',
      marks: noMarks,
      uploadPicture: () => Promise.resolve(''),
      pictureAddress: () => '',
    },
  } as const
  const enter = { key: 'Enter', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false }
  assert.equal(registry.match(enter, context)?.id, 'canvas')
  assert.equal(registry.match(enter, context, false)?.id, 'anywhere')
})

test('zoom goes through the usual steps and stops at its ends', () => {
  assert.deepEqual([nextZoom(1, 1), nextZoom(1, -1), nextZoom(0.25, -1), nextZoom(2, 1), nextZoom(0.57, 1)], [
    1.25,
    0.8,
    0.25,
    2,
    0.67,
  ])
})
