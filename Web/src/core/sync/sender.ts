import { asFailure, type ApiFailure } from '../api/failure'
import { delayBefore, type Clock } from '../clock'
import type { Link } from '../link'
import type { Batch, BatchAnswer } from '../model/wire'
import type { Pending } from './pending'

/** Sends batches of one client; rejects with an `ApiFailure`. */
export type Post =
  (client: string, batches: readonly Batch[], keepalive: boolean) => Promise<readonly BatchAnswer[]>

export interface SenderEvents {
  /** Fulfilled when everything that is to be sent is kept. */
  kept(): Promise<void>
  answered(pending: Pending, answer: BatchAnswer): void
  /** The server will never take this batch. */
  refused(pending: Pending, failure: ApiFailure): void
  linked(link: Link, failure: ApiFailure | null): void
}

const mostBatches = 50
/** Below the server's limit of 1 MB for a body; a character of JSON may be three bytes. */
const mostCharacters = 300_000
/** A page that goes away may send 64 KB. */
const mostCharactersLeaving = 15_000
const signedOutPause = 30_000

/**
 * Brings batches to the server: in order, one request at a time, several batches in each.
 *
 * A request without an answer is sent again until there is one; the server knows a batch by (client,
 * sequence) and
 * applies it once.
 */
export class Sender {
  private isBusy = false
  private isClosed = false
  private attempts = 0
  private pausedUntil = 0
  /** After a refusal: how many batches go out one by one, to find the one that was meant. */
  private alone = 0
  private callOff: (() => void) | null = null
  private link: Link = 'open'

  constructor(
    private readonly queue: () => readonly Pending[],
    private readonly post: Post,
    private readonly clock: Clock,
    private readonly events: SenderEvents,
  ) {}

  /** Sends what may be sent now, and comes back when more may be. */
  pump(): void {
    if (this.isBusy || this.isClosed || this.link === 'outdated') return
    this.callOff?.()
    this.callOff = null
    const now = this.clock.now()
    const first = this.queue().find((pending) => !pending.isAcknowledged)
    if (!first) return
    const due = Math.max(this.pausedUntil, first.isFrozen ? 0 : first.heldUntil)
    if (due > now) {
      this.callOff = this.clock.after(due - now, () => this.pump())
      return
    }
    const group = this.group(first, now, mostCharacters)
    this.isBusy = true
    void this.send(group, false).then(() => {
      this.isBusy = false
      this.pump()
    })
  }

  /** Tries at once: the network is back, or somebody looks at the page again. */
  retry(): void {
    this.pausedUntil = 0
    this.pump()
  }

  /**
   * The page goes away: a last attempt that outlives it, whatever is under way. What fails is kept anyway.
   */
  leave(): void {
    const first = this.queue().find((pending) => !pending.isAcknowledged)
    if (!first || this.isBusy || this.isClosed || this.link !== 'open') return
    this.isBusy = true
    const group = this.group(first, Infinity, mostCharactersLeaving)
    void this.send(group, true).then(() => {
      this.isBusy = false
      this.pump()
    })
  }

  close(): void {
    this.isClosed = true
    this.callOff?.()
  }

  /** The batches of one request: of one client, as many as fit, up to one that may still change. */
  private group(first: Pending, now: number, room: number): readonly Pending[] {
    const group: Pending[] = []
    let characters = 0
    for (const pending of this.queue()) {
      if (pending.isAcknowledged) continue
      if (pending.client !== first.client || (!pending.isFrozen && pending.heldUntil > now)) break
      characters += JSON.stringify(pending.batch).length
      if (group.length > 0 && (characters > room || group.length >= (this.alone > 0 ? 1 : mostBatches))) break
      group.push(pending)
    }
    return group
  }

  private async send(group: readonly Pending[], keepalive: boolean): Promise<void> {
    const [first] = group
    if (!first) return
    for (const pending of group) pending.isFrozen = true
    try {
      // A page that goes away cannot wait; the store finishes what was begun.
      if (!keepalive) await this.events.kept()
      if (this.isClosed && !keepalive) return
      const answers = await this.post(first.client, group.map(({ batch }) => batch), keepalive)
      this.settle(group, answers)
    } catch (error) {
      this.failed(group, asFailure(error))
    }
  }

  private settle(group: readonly Pending[], answers: readonly BatchAnswer[]): void {
    this.setLink('open')
    this.alone = Math.max(0, this.alone - group.length)
    let count = 0
    for (const pending of group) {
      const answer = answers.find(({ sequence }) => sequence === pending.batch.sequence)
      if (!answer) continue
      count += 1
      this.events.answered(pending, answer)
    }
    this.attempts = count > 0 ? 0 : this.attempts + 1
    this.pausedUntil = count > 0 ? 0 : this.clock.now() + delayBefore(this.attempts, this.clock)
  }

  private failed(group: readonly Pending[], failure: ApiFailure): void {
    if (failure.status === 401 || failure.code === 'other-person') {
      this.setLink('signed-out', failure)
      this.pausedUntil = this.clock.now() + signedOutPause
    } else if (failure.isPassing) {
      this.setLink(failure.status === 500 || failure.status === 507 ? 'troubled' : 'lost', failure)
      const pause = failure.retryAfter ?? delayBefore(this.attempts, this.clock)
      this.attempts += 1
      this.pausedUntil = this.clock.now() + pause
    } else if (isOutdated(failure)) {
      this.setLink('outdated', failure)
    } else if (group.length > 1) {
      this.alone = group.length
    } else {
      this.setLink('open')
      this.alone = Math.max(0, this.alone - 1)
      for (const pending of group) this.events.refused(pending, failure)
    }
  }

  private setLink(link: Link, failure: ApiFailure | null = null): void {
    this.link = link
    this.events.linked(link, failure)
  }
}

/** Whether the server speaks another version of the wire, so that only newer code can go on. */
function isOutdated({ status, code }: ApiFailure): boolean {
  return status === 426 || status === 404 || status === 405 || (status === 409 && code !== 'batch-reused')
}
