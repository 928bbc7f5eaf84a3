import type { Clock } from '../clock'
import type { ClientRecord, QueueStore } from './queue-store'

/** Tells the queues of living tabs from those that were left behind. */
export interface Claims {
  /** Holds a new client as long as its tab lives; the answer lets go. */
  hold(client: string): Promise<() => void>
  /** Takes over what nobody holds; null if somebody does. */
  take(record: ClientRecord): Promise<(() => void) | null>
}

/** By the browser's locks, which end with the tab whatever happens to it. */
export class LockClaims implements Claims {
  constructor(private readonly locks: LockManager) {}

  async hold(client: string): Promise<() => void> {
    return (await this.request(client, {})) ?? (() => undefined)
  }

  take(record: ClientRecord): Promise<(() => void) | null> {
    return this.request(record.client, { ifAvailable: true })
  }

  private request(client: string, options: LockOptions): Promise<(() => void) | null> {
    return new Promise((resolve) => {
      this.locks.request(`waymark.client.${client}`, options, (lock) => {
        if (!lock) {
          resolve(null)
          return undefined
        }
        return new Promise<void>((letGo) => resolve(() => letGo()))
      }).catch(() => resolve(null))
    })
  }
}

const beat = 5_000
/** Browsers slow the timers of hidden tabs down to one a minute. */
const lifetime = 150_000

/** By signs of life in the store, where the browser has no locks. */
export class HeartbeatClaims implements Claims {
  constructor(private readonly store: QueueStore, private readonly clock: Clock) {}

  async hold(client: string): Promise<() => void> {
    return this.keepAlive(client)
  }

  async take(record: ClientRecord): Promise<(() => void) | null> {
    const now = this.clock.now()
    if (now - record.seen < lifetime || !(await this.store.take(record, now))) return null
    return this.keepAlive(record.client)
  }

  private keepAlive(client: string): () => void {
    let callOff: () => void = () => undefined
    const again = (): void => {
      void this.store.touch(client, this.clock.now()).catch(() => undefined)
      callOff = this.clock.after(beat, again)
    }
    callOff = this.clock.after(beat, again)
    return () => {
      callOff()
      void this.store.touch(client, 0).catch(() => undefined)
    }
  }
}
