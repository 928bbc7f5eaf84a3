import { ApiFailure } from '../api/failure'
import { delayBefore, type Clock } from '../clock'
import type { LiveEvent, Live, LiveReceiver } from './live'
import { deliver } from './live'

/** One connection: events until it ends; `ended` is told once, null for an end without an error. */
export interface Connection {
  opened(): void
  /** Anything came, be it a heartbeat. */
  alive(): void
  event(event: LiveEvent): void
  ended(failure: ApiFailure | null): void
}

/** Opens a connection that goes on behind a revision; the answer closes it. */
export type Connect = (since: number, connection: Connection) => () => void

/** The server's heartbeat comes every 15 s. */
const silence = 40_000

/** A stream of this tab's own, opened again whenever it breaks. */
export class OwnStream implements Live {
  private hangUp: (() => void) | null = null
  private callOff: (() => void) | null = null
  private attempts = 0
  private lastSign = 0
  private isClosed = false
  /** Tells a connection that was given up from the present one. */
  private turn = 0

  constructor(
    private readonly connect: Connect,
    private readonly clock: Clock,
    private readonly receiver: LiveReceiver,
    private readonly pass: (event: LiveEvent) => void = (event) => deliver(event, receiver),
  ) {
    this.open()
  }

  retry(): void {
    if (this.hangUp && this.clock.now() - this.lastSign < silence) return
    this.open()
  }

  close(): void {
    this.isClosed = true
    this.drop()
  }

  private open(): void {
    this.drop()
    if (this.isClosed) return
    this.lastSign = this.clock.now()
    const turn = (this.turn += 1)
    const isPresent = (): boolean => turn === this.turn && !this.isClosed
    this.watch()
    const hangUp = this.connect(this.receiver.since(), {
      opened: () => {
        if (!isPresent()) return
        this.attempts = 0
        this.lastSign = this.clock.now()
        this.receiver.linked('open')
      },
      alive: () => {
        if (isPresent()) this.lastSign = this.clock.now()
      },
      event: (event) => {
        if (isPresent()) this.pass(event)
      },
      ended: (failure) => {
        if (isPresent()) this.ended(failure)
      },
    })
    // It may have ended before it was handed out.
    if (isPresent()) this.hangUp = hangUp
    else hangUp()
  }

  /**
   * Gives up a connection from which nothing comes any more: it may be dead without anybody having said so.
   */
  private watch(): void {
    this.callOff = this.clock.after(silence, () => {
      if (this.clock.now() - this.lastSign >= silence) {
        this.drop()
        this.ended(null)
      } else {
        this.watch()
      }
    })
  }

  private ended(failure: ApiFailure | null): void {
    this.drop()
    if (failure?.status === 401) this.receiver.linked('signed-out')
    else if (failure && !failure.isPassing) this.receiver.linked('outdated')
    else this.receiver.linked('lost')
    const pause = failure?.retryAfter ?? delayBefore(this.attempts, this.clock)
    this.attempts += 1
    this.callOff = this.clock.after(pause, () => this.open())
  }

  private drop(): void {
    this.turn += 1
    this.callOff?.()
    this.callOff = null
    const hangUp = this.hangUp
    this.hangUp = null
    hangUp?.()
  }
}
