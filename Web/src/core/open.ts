import { api } from './api/api'
import { ApiFailure } from './api/failure'
import { browserClock, type Clock } from './clock'
import { connectTo } from './live/connect'
import type { Live, LiveReceiver } from './live/live'
import { OwnStream } from './live/own-stream'
import { SharedStream } from './live/shared-stream'
import { canShare, electByLock, lockManager, tabChannel } from './live/tabs'
import { newId } from './model/identifier'
import { words } from '../words/words'
import { adopt } from './sync/adoption'
import { HeartbeatClaims, LockClaims, type Claims } from './sync/claims'
import { SyncedDocument } from './sync/document'
import { IndexedQueueStore } from './sync/indexed-queue-store'
import { Keeper } from './sync/keeper'
import { followPage } from './sync/page-events'
import { MemoryQueueStore, type QueueStore } from './sync/queue-store'
import { postAs } from './sync/post-as'
import type { MapDocument } from './types'

/** Opens a map with the workspace around it. Throws an `ApiFailure`; status 401: nobody is signed in. */
export const openMap = (map: string): Promise<MapDocument> => open(map)

/** Opens what lies outside the maps: the library, the personas, the maps' names. Its `map` is ''. */
export const openWorkspace = (): Promise<MapDocument> => open('')

async function open(map: string): Promise<MapDocument> {
  const clock = browserClock
  const { person } = await api.session()
  if (!person) throw new ApiFailure(401, 'signed-out', words('save.signIn'))
  const load = () => (map === '' ? api.workspace() : api.map(map))
  const client = newId()
  const store = await queueStore()
  const locks = lockManager()
  const claims: Claims = locks ? new LockClaims(locks) : new HeartbeatClaims(store, clock)
  // Held before it is known to others, so that nobody takes it for one that was left behind.
  const release = await claims.hold(client)
  // The snapshot is asked for after the queue was taken: what another tab has sent meanwhile is in it.
  const adopted = await adopt(store, claims, person.id, map, clock.now()).catch(() => [])
  try {
    const snapshot = await load()
    await store.register({ client, person: person.id, map, seen: clock.now() }).catch(() => undefined)
    const post = postAs(person.id)
    const synced = new SyncedDocument({
      client, person, map, snapshot, adopted, clock, load, release,
      keeper: (failed) => new Keeper(store, client, clock, failed),
      post,
      tell: (object) => api.attend({ client, map, object }),
      openLive: (receiver) => openLive(client, person.id, clock, receiver),
    })
    const stop = followPage(synced)
    const close = synced.close.bind(synced)
    synced.close = () => {
      stop()
      close()
    }
    return synced
  } catch (error) {
    for (const left of adopted) left.release()
    release()
    throw error
  }
}

async function queueStore(): Promise<QueueStore> {
  try {
    return await IndexedQueueStore.open()
  } catch {
    return new MemoryQueueStore()
  }
}

function openLive(client: string, person: string, clock: Clock, receiver: LiveReceiver): Live {
  const locks = lockManager()
  const connect = connectTo(client)
  if (!locks || !canShare()) return new OwnStream(connect, clock, receiver)
  return new SharedStream(client, connect, tabChannel(person), electByLock(person, locks), clock, receiver)
}
