import type { Batch } from '../model/wire'
import type { Claims } from './claims'
import type { ClientRecord, QueueStore, StoredHistory } from './queue-store'

/** What a tab that is gone has left behind. */
export interface Adopted {
  readonly client: string
  readonly map: string
  readonly batches: readonly Batch[]
  readonly history: StoredHistory | null
  readonly release: () => void
}

/** How long the undo list of a map waits to be gone on with. */
const longestRest = 14 * 24 * 3_600_000

/**
 * Takes over what this person's closed tabs have left, the oldest first. Nobody else's is touched.
 *
 * What is unsaved is taken whatever map it is about; an undo list only where its map is open.
 */
export async function adopt(
  store: QueueStore, claims: Claims, person: string, map: string, now: number,
): Promise<readonly Adopted[]> {
  const records = [...(await store.clients(person))].sort(
    (a: ClientRecord, b: ClientRecord) => a.seen - b.seen || (a.client < b.client ? -1 : 1))
  const adopted: Adopted[] = []
  for (const record of records) {
    const release = await claims.take(record)
    if (!release) continue
    const { client } = record
    const batches = await store.batches(client)
    if (batches.length === 0 && record.map !== map) {
      if (now - record.seen > longestRest) await store.forget(client)
      release()
      continue
    }
    adopted.push({ client, map: record.map, release, batches, history: await store.history(client) })
  }
  return adopted
}
