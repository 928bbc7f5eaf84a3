import { ApiFailure } from '../../../src/core/api/failure'
import { browserClock } from '../../../src/core/clock'
import type { WireObject } from '../../../src/core/model/wire'
import { SyncedDocument } from '../../../src/core/sync/document'
import { Keeper } from '../../../src/core/sync/keeper'
import { MemoryQueueStore } from '../../../src/core/sync/queue-store'
import { OwnStream } from '../../../src/core/live/own-stream'
import { SimulatedServer } from '../../core/simulated-server'

export interface Simulated {
  readonly document: SyncedDocument
  goOnline(isOnline: boolean): void
  /** Every following request is answered with this status. */
  refuseWith(status: number, code: string): void
  /** Tells who is here. */
  meet(people: readonly { client: string; person: string; name: string; object?: unknown }[]): void
}

/** The real document over a server that lives in the page. */
export function openSimulated(map: string, objects: readonly WireObject[]): Simulated {
  const server = new SimulatedServer(objects)
  let isOnline = true
  let refusal: ApiFailure | null = null
  let presence: (text: string) => void = () => undefined
  const clock = browserClock
  const store = new MemoryQueueStore(true)
  const post: ConstructorParameters<typeof SyncedDocument>[0]['post'] = async (client, batches) => {
    await new Promise(resolve => setTimeout(resolve, 120))
    if (!isOnline) throw new ApiFailure(0, 'unreachable', 'unreachable')
    if (refusal !== null) throw refusal
    return server.commit(client, JSON.parse(JSON.stringify(batches)))
  }
  const document = new SyncedDocument({
    client: 'own', person: { id: 'p1', name: 'Iryna Shevchuk', role: 'editor' }, map,
    snapshot: server.snapshot(map), adopted: [], clock,
    release: () => undefined, keeper: failed => new Keeper(store, 'own', clock, failed), post,
    load: async () => server.snapshot(map), tell: async () => undefined,
    openLive: receiver => new OwnStream((since, connection) => {
      if (!isOnline) {
        setTimeout(() => connection.ended(new ApiFailure(0, 'unreachable', 'unreachable')), 0)
        return () => undefined
      }
      connection.opened()
      for (const revision of server.since(since)
        ?? []) connection.event({ name: 'edits', text: JSON.stringify(revision) })
      presence = text => connection.event({ name: 'presence', text })
      return server.listen(revision => connection.event({ name: 'edits', text: JSON.stringify(revision) }))
    }, clock, receiver),
  })
  return {
    document,
    goOnline: online => {
      isOnline = online
      document.setOnline(online)
    },
    refuseWith: (status, code) => { refusal = new ApiFailure(status, code, 'refused') },
    meet: people => presence(JSON.stringify({ people })),
  }
}
