import { test } from 'node:test'
import assert from 'node:assert/strict'
import { adopt } from '../../src/core/sync/adoption'
import { Attendance } from '../../src/core/sync/attendance'
import { HeartbeatClaims } from '../../src/core/sync/claims'
import { History } from '../../src/core/sync/history'
import { Keeper } from '../../src/core/sync/keeper'
import { MemoryQueueStore } from '../../src/core/sync/queue-store'
import { saveStateOf, type SavingFacts } from '../../src/core/sync/save-state'
import type { Batch } from '../../src/core/model/wire'
import type { Inverse } from '../../src/core/model/inverse'
import { checkQueueStore } from './queue-store-suite'
import { Random } from './random'
import { SimulatedClock, settle } from './simulated-clock'

const batch = (sequence: number): Batch => ({ sequence, intention: 'Do', edits: [] })
const inverse: Inverse = {
  edit: { type: 'restore', object: { kind: 'channel', id: 'web' } }, expects: { deleted: {} }, mayHide: false,
}

test('the queue in memory keeps what every queue keeps', () => checkQueueStore(new MemoryQueueStore()))

test('writes happen in order; a store that fails is told once and makes nobody wait', async () => {
  const store = new MemoryQueueStore(true)
  const clock = new SimulatedClock(new Random(1))
  let failures = 0
  const keeper = new Keeper(store, 'me', clock, () => { failures += 1 })
  keeper.keep('me', batch(1))
  keeper.drop('me', 1)
  keeper.keep('me', batch(2))
  await keeper.settled()
  assert.deepEqual((await store.batches('me')).map(({ sequence }) => sequence), [2])
  store.keep = async () => { throw new Error('the disk is full') }
  keeper.keep('me', batch(3))
  keeper.keep('me', batch(4))
  await keeper.settled()
  assert.equal(failures, 1)
  assert.equal(keeper.survives, false)
})

test('the undo list is written soon, not with each key press', async () => {
  const store = new MemoryQueueStore(true)
  const clock = new SimulatedClock(new Random(1))
  let writes = 0
  const write = store.keepHistory.bind(store)
  store.keepHistory = (client, history) => {
    writes += 1
    return write(client, history)
  }
  const keeper = new Keeper(store, 'me', clock, () => undefined)
  for (let press = 0; press < 10; press += 1) {
    keeper.keepHistory(() => ({ undo: [], redo: [] }))
    await clock.pass(40)
  }
  await clock.pass(1_000)
  assert.equal(writes, 1)
})

test('without locks a queue is taken over when its tab has long been silent, by one only', async () => {
  const clock = new SimulatedClock(new Random(1))
  const store = new MemoryQueueStore(true)
  const claims = new HeartbeatClaims(store, clock)
  await store.register({ client: 'gone', person: 'ann', map: 'm', seen: clock.now() })
  await store.keep('gone', batch(1))
  await store.register({ client: 'living', person: 'ann', map: 'm', seen: clock.now() })
  const letGo = await claims.hold('living')
  assert.deepEqual(await adopt(store, claims, 'ann', 'm', clock.now()), [])
  await clock.pass(200_000)
  const records = await store.clients('ann')
  const gone = records.find(({ client }) => client === 'gone')
  assert(gone)
  const both = await Promise.all([claims.take(gone), claims.take(gone)])
  assert.equal(both.filter((taken) => taken !== null).length, 1)
  both.forEach((release) => release?.())
  letGo()
  await settle()
  const left = await adopt(store, claims, 'ann', 'm', clock.now())
  assert.deepEqual(left.map(({ client }) => client), ['gone', 'living'])
  assert.deepEqual(await adopt(store, claims, 'bob', 'm', clock.now()), [])
})

test('the undo list of a map nobody has opened for weeks is forgotten', async () => {
  const clock = new SimulatedClock(new Random(1))
  const store = new MemoryQueueStore(true)
  await store.register({ client: 'old', person: 'ann', map: 'm', seen: clock.now() })
  await clock.pass(30 * 24 * 3_600_000)
  assert.deepEqual(await adopt(store, new HeartbeatClaims(store, clock), 'ann', 'other', clock.now()), [])
  assert.deepEqual(await store.clients('ann'), [])
})

test('a new intention ends what could be done again; one that came to nothing is passed over', () => {
  const history = new History()
  history.did({ intention: 'One', parts: [{ client: 'me', sequence: 1, inverses: [inverse] }] })
  history.did({ intention: 'Two', parts: [{ client: 'me', sequence: 2, inverses: [inverse] }] })
  const two = history.take('undo')
  assert(two)
  history.turned('undo', two)
  assert.equal(history.next('redo'), 'Two')
  history.did({ intention: 'Three', parts: [{ client: 'me', sequence: 4, inverses: [inverse] }] })
  assert.equal(history.canRedo, false)
  history.amend('me', 4, () => [])
  assert.equal(history.next('undo'), 'One')
  for (let more = 0; more < 300; more += 1) {
    history.did({ intention: `${more}`, parts: [{ client: 'me', sequence: more + 9, inverses: [inverse] }] })
  }
  assert.equal(history.stored.undo.length, 200)
})

test('the save state says the worst that is true', () => {
  const fine: SavingFacts = { waiting: 0, isOnline: true, link: 'open', failure: null, refusal: null }
  const kind = (facts: Partial<SavingFacts>): string => saveStateOf({ ...fine, ...facts }).kind
  assert.equal(kind({}), 'saved')
  assert.equal(kind({ waiting: 2 }), 'saving')
  assert.equal(kind({ waiting: 2, isOnline: false }), 'offline')
  assert.equal(kind({ waiting: 2, link: 'lost' }), 'offline')
  assert.equal(kind({ refusal: 'No', link: 'lost' }), 'problem')
  const failure = { code: 'disk-full', message: 'the disk is full' }
  assert.equal(kind({ link: 'troubled', failure }), 'problem')
  const signedOut = saveStateOf({ ...fine, waiting: 3, link: 'signed-out' })
  assert.equal(signedOut.kind === 'problem' && signedOut.waiting, 3)
})

test('what somebody has in hand is told soon, not for every card passed, and again every 15 s', async () => {
  const clock = new SimulatedClock(new Random(1))
  const told: (string | null)[] = []
  const attendance = new Attendance(async (object) => { told.push(object?.id ?? null) }, clock)
  for (const id of ['c1', 'c2', 'c3']) {
    attendance.attend({ kind: 'card', id, map: 'm' })
    await clock.pass(50)
  }
  await clock.pass(1_000)
  assert.deepEqual(told, [null, 'c3'])
  await clock.pass(30_000)
  assert.deepEqual(told, [null, 'c3', 'c3', 'c3'])
  attendance.close()
  await clock.pass(60_000)
  assert.equal(told.length, 4)
})
