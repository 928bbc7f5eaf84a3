import { test } from 'node:test'
import assert from 'node:assert/strict'
import { ApiFailure, unreachable } from '../../src/core/api/failure'
import type { Batch, BatchAnswer } from '../../src/core/model/wire'
import { pending, type Pending } from '../../src/core/sync/pending'
import { Sender } from '../../src/core/sync/sender'
import { postAs } from '../../src/core/sync/post-as'
import { Random } from './random'
import { SimulatedClock, settle } from './simulated-clock'

const batch = (sequence: number): Batch => ({
  sequence, intention: `batch ${sequence}`,
  edits: [{ type: 'tombstone', object: { kind: 'channel', id: 'web' } }],
})
const answer = ({ sequence }: Batch): BatchAnswer =>
  ({ sequence, revision: sequence, outcomes: [], inverses: [] })

/** A sender with a queue, and a server that answers what the test says. */
class Line {
  readonly clock = new SimulatedClock(new Random(1))
  readonly queue: Pending[] = []
  readonly posted: { readonly client: string; readonly sequences: number[]; readonly at: number }[] = []
  readonly links: string[] = []
  readonly refusals: number[] = []
  /** What the next requests come to; good answers when there is none left. */
  readonly failures: (ApiFailure | null)[] = []
  isKept: Promise<void> = Promise.resolve()
  readonly sender = new Sender(() => this.queue, async (client, batches) => {
    this.posted.push({ client, sequences: batches.map(({ sequence }) => sequence), at: this.clock.now() })
    const failure = this.failures.shift()
    if (failure) throw failure
    return batches.map(answer)
  }, this.clock, {
    kept: () => this.isKept,
    answered: (sent) => { sent.isAcknowledged = true },
    refused: (sent) => {
      this.refusals.push(sent.batch.sequence)
      sent.isAcknowledged = true
    },
    linked: (link) => this.links.push(link),
  })

  add(...sequences: number[]): void {
    for (const sequence of sequences) this.queue.push(pending('me', batch(sequence)))
  }

  get sequences(): number[][] {
    return this.posted.map(({ sequences }) => sequences)
  }
}

test('one request is under way at a time, and what comes meanwhile goes out together', async () => {
  const line = new Line()
  line.add(1)
  line.sender.pump()
  line.add(2, 3)
  line.sender.pump()
  await line.clock.pass(0)
  assert.deepEqual(line.sequences, [[1], [2, 3]])
})

test('nothing is sent before it is kept', async () => {
  const line = new Line()
  let keep: () => void = () => undefined
  line.isKept = new Promise((resolve) => { keep = resolve })
  line.add(1)
  line.sender.pump()
  await settle()
  assert.equal(line.posted.length, 0)
  assert.equal(line.queue[0]?.isFrozen, true)
  keep()
  await settle()
  assert.deepEqual(line.sequences, [[1]])
})

test('without an answer the same batches are sent again, later each time', async () => {
  const line = new Line()
  line.failures.push(...Array.from({ length: 8 }, unreachable))
  line.add(1, 2)
  line.sender.pump()
  await line.clock.pass(200_000)
  assert.equal(line.posted.length, 9)
  assert(line.sequences.every((sequences) => sequences.join() === '1,2'))
  const waits = line.posted.slice(1).map(({ at }, place) => at - (line.posted[place]?.at ?? 0))
  waits.forEach((wait, attempt) => {
    const full = Math.min(30_000, 500 * 2 ** attempt)
    assert(wait >= full / 2 && wait <= full, `wait ${attempt}: ${wait}`)
  })
  assert.deepEqual([...new Set(line.links)], ['lost', 'open'])
})

test('a server that is busy says how long to wait; a network that is back is not waited for', async () => {
  const line = new Line()
  line.failures.push(new ApiFailure(429, 'too-many', '', null, 7_000), unreachable())
  line.add(1)
  line.sender.pump()
  await line.clock.pass(6_900)
  assert.equal(line.posted.length, 1)
  await line.clock.pass(200)
  assert.equal(line.posted.length, 2)
  line.sender.retry()
  await settle()
  assert.equal(line.posted.length, 3)
})

test('the one batch that a server refuses is found among many', async () => {
  const line = new Line()
  const bad = new ApiFailure(400, 'bad-batch', 'bad')
  line.failures.push(bad, null, bad)
  line.add(1, 2, 3)
  line.sender.pump()
  await line.clock.pass(10)
  assert.deepEqual(line.sequences, [[1, 2, 3], [1], [2], [3]])
  assert.deepEqual(line.refusals, [2])
})

test('batches of a closed tab go out under its name, before those of this one', async () => {
  const line = new Line()
  line.queue.push(pending('gone', batch(7), true))
  line.add(1)
  line.sender.pump()
  await line.clock.pass(10)
  assert.deepEqual(line.posted.map(({ client }) => client), ['gone', 'me'])
})

test('signed out, the queue waits; a server of another version gets nothing more', async () => {
  const line = new Line()
  line.failures.push(new ApiFailure(401, 'signed-out', ''), new ApiFailure(409, 'protocol', ''))
  line.add(1)
  line.sender.pump()
  await line.clock.pass(1_000)
  assert.equal(line.posted.length, 1)
  line.sender.retry()
  await settle()
  line.sender.retry()
  await line.clock.pass(200_000)
  assert.equal(line.posted.length, 2)
  assert.deepEqual(line.links, ['signed-out', 'outdated'])
  assert.deepEqual(line.refusals, [])
})

test('after a sign-in it is asked whose it was: nobody’s edits go out under another name', async () => {
  let person = 'ann'
  let isSignedIn = true
  const sent: string[] = []
  const post = postAs('ann', {
    session: async () => ({
      person: isSignedIn ? { id: person, name: person, role: 'editor' as const } : null,
      workspace: { name: '' }, needsSetup: false,
    }),
    edits: async (_, client, batches) => {
      if (!isSignedIn) throw new ApiFailure(401, 'signed-out', '')
      sent.push(client)
      return { answers: batches.map(answer) }
    },
  })
  await post('one', [batch(1)], false)
  isSignedIn = false
  await assert.rejects(() => post('two', [batch(2)], false), { status: 401 })
  isSignedIn = true
  person = 'bob'
  await assert.rejects(() => post('two', [batch(2)], false), { code: 'other-person' })
  person = 'ann'
  await post('two', [batch(2)], false)
  assert.deepEqual(sent, ['one', 'two'])
})

test('a page that goes away sends what waits, in order, without waiting for the store', async () => {
  const line = new Line()
  line.isKept = new Promise(() => undefined)
  line.queue.push(pending('me', batch(1), true))
  line.add(2)
  const held = line.queue[1]
  assert(held)
  held.heldUntil = line.clock.now() + 600
  line.sender.leave()
  await settle()
  assert.deepEqual(line.sequences, [[1, 2]])
})
