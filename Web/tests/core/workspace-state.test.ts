import { test } from 'node:test'
import assert from 'node:assert/strict'
import { apply } from '../../src/core/model/apply'
import { WorkspaceState } from '../../src/core/model/workspace-state'
import type { Item, Ref } from '../../src/core/types'

const map = 'm'
const ref = (kind: Ref['kind'], id: string): Ref => ({ kind, id, map })
const item = (kind: Ref['kind'], id: string, values: Item['values']): Item => ({
  ref: ref(kind, id), values, deleted: false,
})

/** 200 steps × 40 lanes × 4,000 cards. */
function bigMap(): Item[] {
  const items: Item[] = [
    { ref: { kind: 'map', id: map }, values: { order: 'i', name: 'Big' }, deleted: false },
  ]
  for (let place = 0; place < 40; place += 1) {
    const id = String(place).padStart(3, '0')
    items.push(item('stage', `s${id}`, { order: id, name: id }))
    items.push(item('lane', `l${id}`, { order: id, role: 'goal' }))
  }
  for (let place = 0; place < 200; place += 1) {
    const id = String(place).padStart(3, '0')
    const stage = `s${String(place % 40).padStart(3, '0')}`
    items.push(item('step', `p${id}`, { order: id, stage, name: id }))
  }
  for (let place = 0; place < 4_000; place += 1) {
    const lane = `l${String(place % 40).padStart(3, '0')}`
    const step = `p${String(place % 200).padStart(3, '0')}`
    const order = String(place).padStart(5, '0')
    items.push(item('card', `c${place}`, { lane, step, order, text: `Card ${place}`, span: 1, links: [] }))
  }
  return items
}

test('on a map of 4,000 cards a key press and a move cost far less than a frame', (context) => {
  const state = new WorkspaceState(bigMap())
  const began = process.hrtime.bigint()
  const rounds = 500
  for (let round = 0; round < rounds; round += 1) {
    const object = ref('card', `c${round * 7}`)
    apply(state, { type: 'set', object, property: 'text', value: `typed ${round}` })
    assert.equal(state.takeChanged().size, 1)
    apply(state, { type: 'move', object, order: 'zz', into: { lane: 'l001', step: 'p003' } })
    state.list('card', map)
    state.takeChanged()
  }
  const each = Number(process.hrtime.bigint() - began) / 1e6 / rounds
  context.diagnostic(`${each.toFixed(3)} ms for a key press and a move`)
  assert(each < 4, `${each} ms`)
})

test('a deleted lane hides its cards, and they are among what changed; restored it shows them again', () => {
  const state = new WorkspaceState(bigMap())
  const object = ref('lane', 'l000')
  apply(state, { type: 'tombstone', object })
  assert.equal(state.list('card', map).length, 3_900)
  assert.equal(state.takeChanged().size, 101)
  apply(state, { type: 'restore', object })
  assert.equal(state.list('card', map).length, 4_000)
  assert.equal(state.within('card', map, 'l000', 'p000').length, 20)
})

test('a list is the same array until something in it changes', () => {
  const state = new WorkspaceState(bigMap())
  const cards = state.list('card', map)
  apply(state, { type: 'set', object: ref('lane', 'l000'), property: 'name', value: 'Goals' })
  assert(state.list('card', map) === cards)
  apply(state, { type: 'set', object: ref('card', 'c1'), property: 'text', value: 'x' })
  assert(state.list('card', map) !== cards)
})
