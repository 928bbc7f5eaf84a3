import { test } from 'node:test'
import assert from 'node:assert/strict'
import { apply } from '../../src/core/model/apply'
import { itemOf } from '../../src/core/model/wire'
import { WorkspaceState } from '../../src/core/model/workspace-state'
import { keyOf } from '../../src/core/types'
import type { Edit, Item, Kind, MapDocument, Ref } from '../../src/core/types'
import { addEvidence, addLane, addPersona, addSolution, addTouchpoint, link, moveCards, setProperty, unlink } from '../../src/editor/panels/changes/changes'
import { commonValue } from '../../src/editor/panels/cards/common'
import { isPartUsed } from '../../src/editor/panels/cards/cardParts'
import { causesOf, linksOf, solutionsOf } from '../../src/editor/panels/cards/links'
import { cardTitle, columnTitle } from '../../src/editor/panels/cards/titles'
import { textOf, textsOf } from '../../src/editor/panels/values/reading'
import { emptyObjects, shopMap, shopObjects } from './harness/shop'

Object.assign(globalThis, { window: globalThis })

/** A document that applies edits by the model's rules; every edit must be taken. */
function open(objects = shopObjects): MapDocument & { readonly intentions: string[] } {
  const state = new WorkspaceState(objects.map(itemOf))
  const intentions: string[] = []
  const isInMap = (kind: Kind): boolean => ['stage', 'step', 'lane', 'card', 'evidence', 'flow', 'story',
    'moment'].includes(kind)
  const shown = (item: Item): boolean => !item.deleted
  const part: Partial<MapDocument> & { intentions: string[] } = {
    map: shopMap, intentions,
    get: (ref: Ref) => state.get(keyOf(ref)),
    list: (kind: Kind) => state.list(kind, isInMap(kind) ? shopMap : '').filter(shown),
    within: (kind: Kind, ...container: readonly string[]) => state.within(kind, shopMap,
      ...container).filter(shown),
    commit: (intention: string, edits: readonly Edit[]) => {
      intentions.push(intention)
      for (const edit of edits) assert.equal(apply(state, edit).kind, 'applied', JSON.stringify(edit))
    },
    isShown: (ref: Ref) => state.get(keyOf(ref))?.deleted === false,
  }
  return part as MapDocument & { readonly intentions: string[] }
}

const card = (document: MapDocument, id: string): Item => {
  const item = document.get({ kind: 'card', id, map: shopMap })
  assert.ok(item)
  return item
}

const last = (items: readonly Item[]): string | undefined => items[items.length - 1]?.ref.id

test('a solution stands in the lane for solutions, in the column of what it answers, linked', () => {
  const document = open()
  const id = addSolution(document, 'b2', 'Show the lining')
  assert.ok(id)
  const added = card(document, id)
  assert.equal(textOf(added, 'lane'), 'solutions')
  assert.equal(textOf(added, 'step'), 'choose')
  assert.deepEqual(solutionsOf(linksOf(document), 'b2').map(each => each.ref.id), [id])
  assert.deepEqual(causesOf(linksOf(document), id).map(each => each.ref.id), ['b2'])
  assert.deepEqual(document.intentions.length, 1)
})

test('a map without a lane for solutions gets one in the same intention', () => {
  const document = open(shopObjects.filter(object => object.id !== 'solutions' && object.id !== 's1'))
  const id = addSolution(document, 'b1')
  assert.ok(id)
  const lane = document.get({ kind: 'lane', id: textOf(card(document, id), 'lane'), map: shopMap })
  assert.equal(textOf(lane, 'role'), 'solution')
  assert.equal(document.intentions.length, 1)
})

test('a dropped solution is no solution', () => {
  const document = open()
  setProperty(document, card(document, 's1').ref, 'status', 'dropped', 'drop')
  assert.deepEqual(solutionsOf(linksOf(document), 'b1'), [])
})

test('links count in either direction, and are taken away on whichever side they are', () => {
  const document = open()
  assert.deepEqual(linksOf(document).of('t4').map(each => each.ref.id), ['b1'])
  unlink(document, card(document, 't4'), card(document, 'b1'))
  assert.deepEqual(linksOf(document).of('t4'), [])
  assert.deepEqual(textsOf(card(document, 'b1'), 'links'), [])
  link(document, card(document, 'b1'), 'b1')
  assert.deepEqual(textsOf(card(document, 'b1'), 'links'), [])
})

test('setting a property to what it is makes no entry in the history', () => {
  const document = open()
  setProperty(document, card(document, 'b1').ref, 'severity', 'high', 'same')
  setProperty(document, card(document, 'b1').ref, 'links', ['t4'], 'same')
  assert.deepEqual(document.intentions, [])
})

test('cards moved together keep their order behind what lies there', () => {
  const document = open()
  moveCards(document, [card(document, 't2'), card(document, 't3')], { lane: null, step: 'buy' })
  const there = document.list('card').filter(each => textOf(each, 'lane') === 'touchpoints'
    && textOf(each, 'step') === 'buy')
  assert.deepEqual(there.map(each => each.ref.id), ['t4', 't2', 't3'])
  assert.equal(document.intentions.length, 1)
})

test('a touchpoint made in place is in the library and on the card', () => {
  const document = open()
  const id = addTouchpoint(document, {
    name: ' Fitting app ', channel: 'site', setting: 'online', ownership: 'own', influence: 'yes',
    departments: ['shop'],
  }, [card(document, 'a3').ref])
  assert.equal(textOf(document.get({ kind: 'touchpoint', id }), 'name'), 'Fitting app')
  assert.equal(textOf(card(document, 'a3'), 'touchpoint'), id)
})

test('the first persona of a map is its primary one', () => {
  const document = open(emptyObjects)
  const first = addPersona(document, { name: 'Olena', kind: 'customer', summary: '', motives: ['Time', ' '] })
  const second = addPersona(document, { name: 'Marta', kind: 'customer', summary: '', motives: [] })
  assert.deepEqual(textsOf(document.get({ kind: 'map', id: shopMap }), 'personas'), [first, second])
  const persona = document.get({ kind: 'persona', id: first })
  assert.deepEqual(textsOf(persona, 'motives'), ['Time'])
  assert.equal(textOf(persona, 'audience'), 'city-women')
})

test('lanes and evidence are added at the end', () => {
  const document = open()
  const lane = addLane(document, 'metric')
  assert.equal(last(document.list('lane')), lane)
  const evidence = addEvidence(document, 'b1', { kind: 'interview', verdict: 'supports', source: 'P5' })
  assert.equal(last(document.list('evidence')), evidence)
})

test('cards are called by what they say, or what they stand for', () => {
  const document = open()
  assert.equal(cardTitle(document, card(document, 'a1')), 'Sees a friend’s new coat')
  assert.equal(cardTitle(document, card(document, 't4')), 'Checkout')
  assert.equal(cardTitle(document, card(document, 'f4')), 'Frustrated')
  assert.equal(columnTitle(document, 'buy'), 'Buy')
})

test('what several cards have in common is told from what differs', () => {
  const document = open()
  const barriers = [card(document, 'b1'), card(document, 'b2')]
  assert.deepEqual(commonValue(barriers, 'lane'), { kind: 'same', value: 'barriers' })
  assert.deepEqual(commonValue(barriers, 'severity'), { kind: 'mixed' })
})

test('a part of the inspector is used as soon as one of its properties is', () => {
  const document = open()
  assert.ok(isPartUsed(card(document, 's1'), 'work'))
  assert.ok(!isPartUsed(card(document, 'a1'), 'links'))
})
