import type { Batch } from '../model/wire'
import type { Clock } from '../clock'
import type { QueueStore, StoredHistory } from './queue-store'

const historyPause = 500

/** Writes to the store in order, without making anybody wait; says once when nothing is kept any more. */
export class Keeper {
  private writes: Promise<void> = Promise.resolve()
  private hasFailed: boolean
  private callOff: (() => void) | null = null
  private latest: (() => StoredHistory) | null = null

  constructor(
    private readonly store: QueueStore, private readonly client: string, private readonly clock: Clock,
    private readonly failed: () => void,
  ) {
    this.hasFailed = !store.survives
  }

  get survives(): boolean {
    return !this.hasFailed
  }

  keep(client: string, batch: Batch): void {
    this.write(() => this.store.keep(client, batch))
  }

  drop(client: string, sequence: number): void {
    this.write(() => this.store.drop(client, [sequence]))
  }

  forget(client: string): void {
    this.write(() => this.store.forget(client))
  }

  /** Keeps the undo list soon: it changes with every key press and is not worth a write each time. */
  keepHistory(history: () => StoredHistory): void {
    this.latest = history
    this.callOff ??= this.clock.after(historyPause, () => this.flush())
  }

  /** Begins all writes now. */
  flush(): void {
    this.callOff?.()
    this.callOff = null
    const history = this.latest?.()
    this.latest = null
    if (history) this.write(() => this.store.keepHistory(this.client, history))
  }

  /** Fulfilled when everything is written, or when it is known that it will not be. */
  settled(): Promise<void> {
    return this.writes
  }

  private write(act: () => Promise<void>): void {
    this.writes = this.writes.then(act).catch(() => {
      if (this.hasFailed) return
      this.hasFailed = true
      this.failed()
    })
  }
}
