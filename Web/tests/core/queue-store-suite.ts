import type { Batch } from '../../src/core/model/wire'
import type { QueueStore } from '../../src/core/sync/queue-store'

const batch = (sequence: number, intention = 'Do'): Batch => ({ sequence, intention, edits: [] })

function check(actual: unknown, expected: unknown, what: string): void {
  const [found, wanted] = [JSON.stringify(actual), JSON.stringify(expected)]
  if (found !== wanted) throw new Error(`${what}: ${found}, not ${wanted}`)
}

/** What every queue store does; it needs nothing of Node, so that it can run in a browser too. */
export async function checkQueueStore(store: QueueStore): Promise<void> {
  const record = { client: 'a', person: 'ann', map: 'm', seen: 1 }
  await store.register(record)
  await store.register({ client: 'b', person: 'bob', map: '', seen: 2 })
  check(await store.clients('ann'), [record], 'only one person’s clients')
  for (const sequence of [10, 2, 1]) await store.keep('a', batch(sequence))
  await store.keep('ab', batch(1))
  await store.keep('a', batch(2, 'Do more'))
  check((await store.batches('a')).map(({ sequence }) => sequence), [1, 2, 10], 'in order of their sequence')
  check((await store.batches('a'))[1]?.intention, 'Do more', 'a batch is replaced')
  await store.drop('a', [1, 10])
  check((await store.batches('a')).map(({ sequence }) => sequence), [2], 'dropped')
  check(await store.history('a'), null, 'no history yet')
  const history = { undo: [{ intention: 'Do', parts: [] }], redo: [] }
  await store.keepHistory('a', history)
  check(await store.history('a'), history, 'history')
  check(await store.take({ ...record, seen: 7 }, 8), false, 'somebody was faster')
  check(await store.take(record, 8), true, 'taken')
  check(await store.take(record, 9), false, 'taken already')
  await store.touch('a', 12)
  check((await store.clients('ann'))[0]?.seen, 12, 'touched')
  await store.forget('a')
  check(await store.clients('ann'), [], 'forgotten')
  check(await store.batches('a'), [], 'its batches too')
  check(await store.history('a'), null, 'its history too')
  check((await store.batches('ab')).length, 1, 'nobody else’s')
}
