import { test } from 'node:test'
import assert from 'node:assert/strict'
import type { Person } from '../../src/core/api/answers'
import type { Revision } from '../../src/core/model/wire'
import { addressOf, partsOf } from '../../src/pages/home/hits'
import { hasNumbers } from '../../src/pages/home/loadHome'
import { readOpened, recentMaps } from '../../src/pages/home/recentMaps'
import { doneTasks } from '../../src/pages/home/tasks'
import { inOrder, isLastOwner } from '../../src/pages/people/roles'

const revision = (at: number, person: string): Revision => ({
  number: at, at, person, author: person, client: 'c', sequence: 1, intention: `change ${at}`, edits: [],
})

test('recent maps are those one has changed or opened, the latest first', () => {
  const maps = [{ id: 'a', name: 'A' }, { id: 'b', name: 'B' }, { id: 'c', name: 'C' }, { id: 'd', name: 'D' }]
  const histories = new Map([['a', [revision(9, 'other'), revision(5, 'me')]], ['b', [revision(7, 'me')]], ['c', [revision(8, 'other')]]])
  const found = recentMaps(maps, 'me', histories, [{ id: 'd', at: 6 }, { id: 'gone', at: 99 }])
  assert.deepEqual(found.map(({ id, at, intention }) => [id, at, intention]), [['b', 7, 'change 7'], ['d', 6, null], ['a', 5, 'change 5']])
})

test('what the browser kept is read with care', () => {
  assert.deepEqual(readOpened('[{"id":"a","at":1},{"id":2},null,"x"]'), [{ id: 'a', at: 1 }])
  assert.deepEqual(readOpened('{}'), [])
  assert.deepEqual(readOpened('?'), [])
})

test('the first steps are done when the workspace says so', () => {
  const nothing = { maps: 0, touchpoints: 0, hasNumbers: false, people: 1, invitations: 0 }
  assert.deepEqual([...doneTasks(nothing)], [])
  assert.deepEqual([...doneTasks({ maps: 1, touchpoints: 3, hasNumbers: true, people: 1, invitations: 1 })],
    ['map', 'touchpoints', 'reality', 'colleague'])
  assert.deepEqual([...doneTasks({ ...nothing, touchpoints: 2 })], [])
})

test('any number of any place shows that data is there', () => {
  const row = { label: 'Reach', value: '80 %', isLowBase: false, isSynthetic: false }
  assert.equal(hasNumbers({ stages: { a: { rows: [] } }, touchpoints: {} }), false)
  assert.equal(hasNumbers({ stages: { a: { rows: [] } }, touchpoints: { t: { rows: [row] } } }), true)
})

test('a snippet is taken apart at its marks, and unclosed marks do no harm', () => {
  assert.deepEqual(partsOf('a \u0002pram\u0003 b'), [
    { text: 'a ', isFound: false }, { text: 'pram', isFound: true }, { text: ' b', isFound: false },
  ])
  assert.deepEqual(partsOf('\u0002x'), [{ text: 'x', isFound: true }])
  assert.deepEqual(partsOf(''), [])
})

test('a hit leads to where it is', () => {
  const none = (): undefined => undefined
  assert.equal(addressOf({ kind: 'map', id: 'm', title: '', snippet: '' }, none), '/maps/m/edit')
  assert.equal(addressOf({ kind: 'card', id: 'k', map: 'm', title: '', snippet: '' }, none), '/maps/m/edit#card/k')
  assert.equal(addressOf({ kind: 'touchpoint', id: 't', title: '', snippet: '' }, none), '/library#touchpoint/t')
  assert.equal(addressOf({ kind: 'persona', id: 'p', title: '', snippet: '' }, () => 'm'), '/maps/m/edit')
})

test('the only owner who can sign in is known, and oneself comes first', () => {
  const people: readonly Person[] = [
    { id: '1', name: 'Zoe', role: 'viewer' }, { id: '2', name: 'Ann', role: 'owner' },
    { id: '3', name: 'Bob', role: 'owner', isActive: false }, { id: '4', name: 'Me', role: 'editor' },
  ]
  assert.deepEqual(people.map(person => isLastOwner(person, people)), [false, true, false, false])
  assert.deepEqual(inOrder(people, '4').map(({ name }) => name), ['Me', 'Ann', 'Zoe', 'Bob'])
})
