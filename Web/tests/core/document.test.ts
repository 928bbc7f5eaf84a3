import { test } from 'node:test'
import assert from 'node:assert/strict'
import type { Edit, Notice, Value } from '../../src/core/types'
import { Random } from './random'
import { fair, SimulatedBrowser, SimulatedTab } from './simulated-browser'
import { SimulatedClock, settle } from './simulated-clock'
import { SimulatedServer } from './simulated-server'
import { inMap, map, smallMap } from './small-map'

/** A server and browsers in fair weather. */
class Desk {
  readonly random = new Random(5)
  readonly clock = new SimulatedClock(this.random)
  readonly server = new SimulatedServer(smallMap)
  readonly weather = { ...fair }
  readonly ann = new SimulatedBrowser('ann', 'a')
  readonly bob = new SimulatedBrowser('bob', 'b')

  async open(browser: SimulatedBrowser = this.ann, of = map): Promise<SimulatedTab> {
    const tab = await SimulatedTab.open(browser, this.server, this.clock, this.random, this.weather, of)
    await settle()
    return tab
  }

  text(id: string): Value | undefined {
    return this.server.state.find(inMap('card', id))?.values.text
  }
}

const c1 = inMap('card', 'c1')
const type = (value: string, object = c1): Edit[] => [{ type: 'set', object, property: 'text', value }]
const shownText = (tab: SimulatedTab, id = 'c1'): Value | undefined =>
  tab.synced.get(inMap('card', id))?.values.text

test('typing in one text is one batch and one undo; it is sent 600 ms after the last key', async () => {
  const desk = new Desk()
  const tab = await desk.open()
  for (const text of ['p', 'pr', 'pra', 'pram']) {
    tab.synced.commit('Type', type(text))
    await desk.clock.pass(400)
  }
  assert.equal(desk.server.revision, 0)
  assert.deepEqual(tab.synced.saveState, { kind: 'saving', waiting: 1 })
  await desk.clock.pass(1_000)
  assert.equal(desk.server.revision, 1)
  assert.equal(desk.text('c1'), 'pram')
  assert.deepEqual(tab.synced.saveState, { kind: 'saved' })
  assert.deepEqual(tab.synced.undo(), { intention: 'Type', leftAlone: 0 })
  await desk.clock.pass(1_000)
  assert.equal(desk.text('c1'), 'c1')
  assert.equal(tab.synced.canUndo, false)
  tab.synced.redo()
  await desk.clock.pass(1_000)
  assert.equal(desk.text('c1'), 'pram')
})

test('a pause, another text, or leaving the field ends a piece of typing', async () => {
  const desk = new Desk()
  const tab = await desk.open()
  tab.synced.commit('One', type('a'))
  tab.synced.commit('Two', type('b', inMap('card', 'c2')))
  tab.synced.commit('Three', type('c', inMap('card', 'c2')))
  tab.synced.flush()
  await desk.clock.pass(100)
  tab.synced.commit('Four', type('d', inMap('card', 'c2')))
  await desk.clock.pass(2_000)
  assert.deepEqual(desk.server.taken, ['One', 'Two', 'Four'])
  assert.equal(desk.text('c2'), 'd')
})

test('nobody types longer than five seconds without the others seeing it', async () => {
  const desk = new Desk()
  const tab = await desk.open()
  for (let key = 0; key < 40; key += 1) {
    tab.synced.commit('Type', type(`key ${key}`))
    await desk.clock.pass(300)
  }
  assert(desk.server.revision >= 2)
})

test('an undo leaves alone what somebody else has changed since', async () => {
  const desk = new Desk()
  const [ann, bob] = [await desk.open(), await desk.open(desk.bob)]
  ann.synced.commit('Both', [...type('ann'), ...type('ann', inMap('card', 'c2'))])
  await desk.clock.pass(1_000)
  bob.synced.commit('One', type('bob'))
  await desk.clock.pass(1_000)
  assert.deepEqual(ann.synced.undo(), { intention: 'Both', leftAlone: 1 })
  await desk.clock.pass(1_000)
  assert.equal(desk.text('c1'), 'bob')
  assert.equal(desk.text('c2'), 'c2')
})

test('the server leaves alone an undo that comes after somebody else’s edit', async () => {
  const desk = new Desk()
  const [ann, bob] = [await desk.open(), await desk.open(desk.bob)]
  ann.synced.commit('Type', type('ann'))
  await desk.clock.pass(2_000)
  ann.breakStream()
  ann.browser.isOnline = false
  bob.synced.commit('Type', type('bob'))
  await desk.clock.pass(2_000)
  assert.deepEqual(ann.synced.undo(), { intention: 'Type', leftAlone: 0 })
  assert.equal(shownText(ann), 'c1')
  ann.browser.isOnline = true
  ann.goOnline(true)
  await desk.clock.pass(60_000)
  assert.equal(desk.text('c1'), 'bob')
  assert.equal(shownText(ann), 'bob')
  assert.equal(ann.synced.pending.length, 0)
})

test('undo takes back to what the server had, not to what was seen here', async () => {
  const desk = new Desk()
  const [ann, bob] = [await desk.open(), await desk.open(desk.bob)]
  ann.browser.isOnline = false
  ann.goOnline(false)
  ann.synced.commit('Type', type('ann'))
  bob.synced.commit('Type', type('bob'))
  await desk.clock.pass(2_000)
  ann.browser.isOnline = true
  ann.goOnline(true)
  await desk.clock.pass(60_000)
  assert.equal(desk.text('c1'), 'ann')
  ann.synced.undo()
  await desk.clock.pass(2_000)
  assert.equal(desk.text('c1'), 'bob')
})

test('a refused batch is rolled back and told; the others go through', async () => {
  const desk = new Desk()
  const tab = await desk.open()
  const notices: Notice[] = []
  tab.synced.onNotice((notice) => notices.push(notice))
  tab.synced.commit('Good', type('good'))
  tab.synced.commit('Bad', type('poison', inMap('card', 'c2')))
  tab.synced.commit('Better', type('better', inMap('card', 'c3')))
  assert.equal(shownText(tab, 'c2'), 'poison')
  await desk.clock.pass(10_000)
  assert.deepEqual(desk.server.taken, ['Good', 'Better'])
  assert.equal(shownText(tab, 'c2'), 'c2')
  assert.equal(notices.length, 1)
  assert.match(notices[0]?.message ?? '', /“Bad” was not saved/)
  assert.equal(tab.synced.saveState.kind, 'problem')
  assert.equal(tab.synced.nextUndo, 'Better')
  tab.synced.undo()
  assert.equal(tab.synced.nextUndo, 'Good')
  await desk.clock.pass(10_000)
  assert.deepEqual(tab.synced.saveState, { kind: 'saved' })
})

test('what is unsaved survives the tab: the person’s next one sends it, nobody else’s does', async () => {
  const desk = new Desk()
  const first = await desk.open()
  first.browser.isOnline = false
  first.goOnline(false)
  first.synced.commit('Offline', type('kept'))
  first.synced.commit('Offline too', type('kept too', inMap('card', 'c2')))
  assert.deepEqual(first.synced.saveState, { kind: 'offline', waiting: 2 })
  await settle(100)
  first.stop()
  // Somebody else at the same computer.
  const other = new SimulatedBrowser('bob', 'a-bob')
  Object.assign(other, { store: desk.ann.store })
  await desk.open(other)
  await desk.clock.pass(10_000)
  assert.equal(desk.server.revision, 0)
  desk.ann.isOnline = true
  const next = await desk.open(desk.ann, 'another-map')
  await desk.clock.pass(10_000)
  assert.deepEqual(desk.server.taken, ['Offline', 'Offline too'])
  assert.equal(next.synced.pending.length, 0)
  await settle(100)
  assert.deepEqual(await desk.ann.store.batches(first.synced.client), [])
})

test('a living tab’s queue is left to it', async () => {
  const desk = new Desk()
  const first = await desk.open()
  first.browser.isOnline = false
  first.goOnline(false)
  first.synced.commit('Mine', type('mine'))
  await settle(100)
  const second = await desk.open()
  assert.equal(second.synced.pending.length, 0)
})

test('a batch is kept before it is sent, and forgotten when the server has it', async () => {
  const desk = new Desk()
  const tab = await desk.open()
  tab.synced.commit('Type', type('kept'))
  await settle(100)
  assert.equal((await desk.ann.store.batches(tab.synced.client)).length, 1)
  assert.equal(desk.server.revision, 0)
  await desk.clock.pass(5_000)
  await settle(100)
  assert.equal((await desk.ann.store.batches(tab.synced.client)).length, 0)
})

test('a reload of the page keeps the undo list of its map', async () => {
  const desk = new Desk()
  const first = await desk.open()
  first.synced.commit('Type', type('one'))
  await desk.clock.pass(2_000)
  first.synced.commit('More', type('two'))
  await desk.clock.pass(2_000)
  first.synced.undo()
  await desk.clock.pass(2_000)
  await settle(100)
  first.close()
  await settle(100)
  const elsewhere = await desk.open(desk.ann, 'another-map')
  assert.equal(elsewhere.synced.canUndo, false)
  const second = await desk.open()
  assert.equal(second.synced.nextUndo, 'Type')
  assert.equal(second.synced.nextRedo, 'More')
  second.synced.redo()
  await desk.clock.pass(2_000)
  assert.equal(desk.text('c1'), 'two')
})

test('what a reload keeps of a batch whose answer never came still arrives once', async () => {
  const desk = new Desk()
  const first = await desk.open()
  desk.weather.lostAnswer = 1
  first.synced.commit('Insert', [{
    type: 'insert', object: inMap('card', 'new'),
    properties: { lane: 'goals', step: 'search', order: 'z', text: 'New' },
  }])
  await desk.clock.pass(200)
  assert.equal(desk.server.revision, 1)
  await settle(100)
  first.stop()
  desk.weather.lostAnswer = 0
  const second = await desk.open()
  await desk.clock.pass(5_000)
  assert.equal(desk.server.revision, 1)
  assert.equal(second.synced.pending.length, 0)
  assert.equal(second.synced.list('card').length, 4)
})

test('a deletion by somebody else beats an edit that was on its way, and the person is told', async () => {
  const desk = new Desk()
  const [ann, bob] = [await desk.open(), await desk.open(desk.bob)]
  const notices: Notice[] = []
  ann.synced.onNotice((notice) => notices.push(notice))
  ann.browser.isOnline = false
  ann.goOnline(false)
  ann.synced.commit('Type', type('too late'))
  bob.synced.commit('Delete', [{ type: 'tombstone', object: c1 }])
  await desk.clock.pass(2_000)
  ann.browser.isOnline = true
  ann.goOnline(true)
  await desk.clock.pass(60_000)
  assert.equal(ann.synced.get(c1)?.deleted, true)
  assert.equal(ann.synced.isShown(c1), false)
  assert.deepEqual(notices.map(({ kind }) => kind), ['partly'])
  // The words have no place any more, so the message gives them back.
  assert.match(notices[0]?.message ?? '', /Your words were: “too late”/)
  assert.equal(ann.synced.canUndo, false)
})

test('listeners hear of every object that looks different, once, and of nothing else', async () => {
  const desk = new Desk()
  const [ann, bob] = [await desk.open(), await desk.open(desk.bob)]
  const heard: string[][] = []
  bob.synced.subscribe((changed) => heard.push([...changed].sort()))
  ann.synced.commit('Delete', [{ type: 'tombstone', object: inMap('lane', 'barriers') }])
  await desk.clock.pass(1_000)
  assert.deepEqual(heard.filter((keys) => keys.length > 0), [['m/card/c2', 'm/card/c3', 'm/lane/barriers']])
  assert.deepEqual(bob.synced.list('card').map(({ ref }) => ref.id), ['c1'])
  assert.deepEqual(bob.synced.within('card', 'barriers', 'pay'), [])
})

test('references to what is deleted are not among the shown values, but are kept', async () => {
  const desk = new Desk()
  const tab = await desk.open()
  const link: Edit = { type: 'set', object: c1, property: 'links', value: ['c2', 'c3'] }
  tab.synced.commit('Link', [link, { type: 'set', object: c1, property: 'touchpoint', value: 'shop' }])
  tab.synced.commit('Delete', [
    { type: 'tombstone', object: inMap('card', 'c2') },
    { type: 'tombstone', object: { kind: 'touchpoint', id: 'shop' } },
  ])
  const item = tab.synced.get(c1)
  assert(item)
  assert.deepEqual(item.values.links, ['c2', 'c3'])
  assert.deepEqual(tab.synced.shownValues(item).links, ['c3'])
  assert.equal(tab.synced.shownValues(item).touchpoint, null)
})

test('more than the server takes at once goes out in pieces and is one undo', async () => {
  const desk = new Desk()
  const tab = await desk.open()
  const edits: Edit[] = Array.from({ length: 4_500 }, (_, place) => ({
    type: 'insert', object: inMap('card', `paste-${place}`),
    properties: { lane: 'goals', step: 'search', order: `p${place}`, text: 'pasted' },
  }))
  tab.synced.commit('Paste', edits)
  await desk.clock.pass(5_000)
  assert(desk.server.log.length >= 3 && desk.server.log.every((revision) => revision.edits.length <= 2_000))
  assert.equal(desk.server.state.list('card', map).length, 4_503)
  tab.synced.undo()
  await settle(100)
  await desk.clock.pass(5_000)
  assert.equal(desk.server.state.list('card', map).length, 3)
  assert.equal(tab.synced.list('card').length, 3)
})

test('an edit that makes no sense is told and not sent', async () => {
  const desk = new Desk()
  const tab = await desk.open()
  const notices: Notice[] = []
  tab.synced.onNotice((notice) => notices.push(notice))
  tab.synced.commit('Colour', [{ type: 'set', object: c1, property: 'colour', value: 'red' }])
  tab.synced.commit('Same', type('c1'))
  await desk.clock.pass(2_000)
  assert.equal(desk.server.taken.length, 0)
  assert.deepEqual(notices.map(({ kind }) => kind), ['refused'])
  assert.equal(tab.synced.canUndo, false)
})
