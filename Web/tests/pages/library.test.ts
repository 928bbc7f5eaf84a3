import { test } from 'node:test'
import assert from 'node:assert/strict'
import type { Item, Kind, Values } from '../../src/core/types'
import { pointingWords } from '../../src/pages/library/consequences'
import type { TouchpointEntry } from '../../src/pages/library/entries'
import { matching, noFilters, plainName, twins } from '../../src/pages/library/filters'
import { mergeEdits } from '../../src/pages/library/merge'
import { countReferences, pointingAt, referencesTo } from '../../src/pages/library/references'
import { usageOf } from '../../src/pages/library/usage'

const item = (kind: Kind, id: string, values: Values, map?: string): Item =>
  ({ ref: map === undefined ? { kind, id } : { kind, id, map }, values, deleted: false })

const entry = (id: string, name: string, part: Partial<TouchpointEntry> = {}): TouchpointEntry => ({
  id, name, channel: null, ownership: 'own', setting: 'online', influence: 'yes', departments: [], note: '', ...part,
})

const entries = [
  entry('a', 'Product page', { channel: { id: 'site', name: 'Website' } }), entry('b', 'product-pages'),
  entry('c', 'Café', { ownership: 'third-party', setting: 'offline', influence: 'no' }),
  entry('d', 'Advert', { ownership: 'paid', departments: [{ id: 'm', name: 'Marketing' }], note: 'autumn campaign' }),
]

const ids = (found: readonly TouchpointEntry[]): string => found.map(({ id }) => id).join('')

test('filters narrow down, each by its own question', () => {
  const used = (id: string): number => (id === 'a' ? 2 : 0)
  assert.equal(ids(matching(entries, noFilters, used)), 'abcd')
  assert.equal(ids(matching(entries, { ...noFilters, side: 'outer' }, used)), 'cd')
  assert.equal(ids(matching(entries, { ...noFilters, channel: 'none' }, used)), 'bcd')
  assert.equal(ids(matching(entries, { ...noFilters, channel: 'site' }, used)), 'a')
  assert.equal(ids(matching(entries, { ...noFilters, setting: 'offline', influence: 'no' }, used)), 'c')
  assert.equal(ids(matching(entries, { ...noFilters, use: 'used' }, used)), 'a')
  assert.equal(ids(matching(entries, { ...noFilters, use: 'unused' }, used)), 'bcd')
  assert.equal(ids(matching(entries, { ...noFilters, use: 'used' }, undefined)), 'abcd')
})

test('the search finds words anywhere, without accents and capitals', () => {
  assert.equal(ids(matching(entries, { ...noFilters, text: 'cafe' }, undefined)), 'c')
  assert.equal(ids(matching(entries, { ...noFilters, text: 'marketing AUTUMN' }, undefined)), 'd')
  assert.equal(ids(matching(entries, { ...noFilters, text: 'nothing' }, undefined)), '')
})

test('names that differ only in writing are twins', () => {
  assert.equal(plainName('Product-Pages '), plainName('product page'))
  assert.deepEqual([...twins(entries)].sort(), ['a', 'b'])
  assert.equal(ids(matching(entries, { ...noFilters, use: 'twins' }, undefined)), 'ab')
})

const old = item('touchpoint', 't1', { order: '1', name: 'Forum', channel: 'web', departments: ['x', 'y'], note: 'Ask Ania', ownership: 'own' })
const stays = item('touchpoint', 't2', { order: '2', name: 'Forums', channel: null, departments: ['x'], note: '', ownership: 'paid' })
const everything = [
  old, stays, item('card', 'k1', { touchpoint: 't1', links: [] }, 'm'), item('card', 'k1', { touchpoint: 't1', links: [] }, 'n'),
  item('card', 'k2', { touchpoint: 't2', links: ['t1'] }, 'm'),
  item('card', 'k3', { touchpoint: null, links: [], claim: { measure: 'touchpoint-reach', touchpoint: 't1', relation: 'at-least', value: 0.5 } }, 'm'),
  item('moment', 'o1', { story: 's', touchpoint: 't1' }, 'm'), item('binding', 'b1', { activity: 'view', channel: null, touchpoint: 't1' }),
]

test('everything that points at a touchpoint is found, in claims too, and nothing else', () => {
  const found = referencesTo(old.ref, everything)
  assert.deepEqual(found.map(each => `${each.item.ref.map ?? ''}/${each.item.ref.id}/${each.property}`),
    ['m/k1/touchpoint', 'n/k1/touchpoint', 'm/k3/claim', 'm/o1/touchpoint', '/b1/touchpoint'])
  assert.deepEqual(countReferences(found), { kinds: [['card', 3], ['moment', 1], ['binding', 1]], maps: 2 })
  assert.equal(pointingWords(found), '3 cards, 1 moment of a story on 2 maps, 1 rule for events')
})

test('a merge moves all references, fills what is empty, and deletes the other one last', () => {
  const edits = mergeEdits(old, stays, everything)
  assert.deepEqual(edits[edits.length - 1], { type: 'tombstone', object: old.ref })
  const sets = edits.flatMap(edit => (edit.type === 'set' ? [[`${edit.object.map ?? ''}/${edit.object.id}/${edit.property}`, edit.value] as const] : []))
  assert.deepEqual(Object.fromEntries(sets), {
    'm/k1/touchpoint': 't2', 'n/k1/touchpoint': 't2', 'm/o1/touchpoint': 't2', '/b1/touchpoint': 't2',
    'm/k3/claim': { measure: 'touchpoint-reach', touchpoint: 't2', relation: 'at-least', value: 0.5 },
    '/t2/channel': 'web', '/t2/departments': ['x', 'y'], '/t2/note': 'Ask Ania',
  })
})

test('a list that names both keeps the one that stays once', () => {
  const holder = item('touchpoint', 't', { departments: ['x', 'y', 'z'] })
  const [reference] = referencesTo({ kind: 'department', id: 'y' }, [holder])
  assert.ok(reference)
  assert.deepEqual(pointingAt(reference, { kind: 'department', id: 'y' }, 'x'), ['x', 'z'])
})

test('what was deleted does not count as pointing', () => {
  assert.deepEqual(referencesTo(old.ref, [{ ...item('card', 'k', { touchpoint: 't1' }, 'm'), deleted: true }]), [])
})

test('a touchpoint stands where its shown cards stand, stages in their order', () => {
  const wire = (kind: Kind, id: string, properties: Values, deleted = false) => ({ kind, id, map: 'm', deleted, properties })
  const card = (id: string, step: string, deleted = false) =>
    wire('card', id, { lane: 'l', step, order: id, text: '', touchpoint: 't', links: [] }, deleted)
  const { places } = usageOf([{
    map: 'm', snapshot: {
      revision: 1, objects: [
        { kind: 'map', id: 'm', properties: { name: 'Prams', order: '1' } },
        wire('lane', 'l', { order: '1', role: 'touchpoint', name: '' }), wire('stage', 'late', { order: '2', name: 'Use' }),
        wire('stage', 'soon', { order: '1', name: 'Need' }), wire('step', 's', { stage: 'late', order: '1', name: 'First week' }),
        card('a', 's'), card('b', 'soon'), card('c', 'soon'), card('d', 'soon', true),
      ],
    },
  }])
  assert.deepEqual(places.get('t'), [{ map: 'm', mapName: 'Prams', cards: 3, stages: ['Need', 'Use'] }])
})
