import type { Clock } from '../clock'
import type { Revision } from '../model/wire'
import type { Link } from '../link'
import { deliver, type Live, type LiveEvent, type LiveReceiver } from './live'
import { OwnStream, type Connect } from './own-stream'

/** What the tabs of one person tell each other. */
export type TabMessage =
  /** The leader passes on an event; `after` is the revision before it, so that a gap is noticed. */
  | { readonly type: 'event'; readonly event: LiveEvent; readonly after: number }
  | { readonly type: 'linked'; readonly link: Link }
  /** A tab asks for what came behind a revision. */
  | { readonly type: 'join'; readonly tab: string; readonly since: number }
  /** The answer; null: the leader does not remember that far back. */
  | {
      readonly type: 'joined'; readonly tab: string; readonly events: readonly LiveEvent[] | null
      readonly upTo: number; readonly link: Link; readonly presence: LiveEvent | null
    }
  /** A new leader asks everybody to join. */
  | { readonly type: 'leading' }

/** A BroadcastChannel, or what stands for it in a test. */
export interface TabChannel {
  post(message: TabMessage): void
  listen(listener: (message: TabMessage) => void): void
  close(): void
}

/** Waits for its turn to lead and keeps the lead until it is let go; the answer stops waiting or lets go. */
export type Elect = (lead: () => void) => () => void

const longestMemory = 1_000
/** How long a tab waits for the leader to answer before it asks again. */
const patience = 5_000

/**
 * One stream for all tabs of a browser: the tab that leads holds it and passes everything on.
 *
 * Browsers allow about six connections to a server; six tabs with a stream each would leave none for the
 * edits.
 */
export class SharedStream implements Live {
  private stream: OwnStream | null = null
  private memory: { readonly number: number; readonly event: LiveEvent }[] = []
  /** The leader remembers everything behind this revision. */
  private memoryBegins = 0
  private position = 0
  private link: Link = 'lost'
  private presence: LiveEvent | null = null
  private isJoined = false
  private isClosed = false
  private callOff: (() => void) | null = null
  private readonly letGo: () => void

  constructor(
    private readonly tab: string,
    private readonly connect: Connect,
    private readonly channel: TabChannel,
    elect: Elect,
    private readonly clock: Clock,
    private readonly receiver: LiveReceiver,
  ) {
    channel.listen((message) => this.heard(message))
    this.letGo = elect(() => this.lead())
    if (!this.stream) this.join()
  }

  retry(): void {
    if (this.stream) this.stream.retry()
    else if (!this.isJoined) this.join()
  }

  close(): void {
    this.isClosed = true
    this.callOff?.()
    this.stream?.close()
    this.stream = null
    this.letGo()
    this.channel.close()
  }

  private lead(): void {
    if (this.isClosed) return
    this.callOff?.()
    this.position = this.receiver.since()
    this.memoryBegins = this.position
    this.memory = []
    const receiver: LiveReceiver = {
      ...this.receiver,
      since: () => Math.max(this.position, this.receiver.since()),
      linked: (link) => {
        this.link = link
        this.receiver.linked(link)
        this.channel.post({ type: 'linked', link })
      },
    }
    this.stream = new OwnStream(this.connect, this.clock, receiver, (event) => this.pass(event))
    this.channel.post({ type: 'leading' })
  }

  /** What the leader does with an event of its stream. */
  private pass(event: LiveEvent): void {
    const after = this.position
    const number = event.name === 'edits' ? revisionOf(event) : null
    if (number !== null) {
      if (number <= this.position) return
      this.remember(number, event)
    }
    if (event.name === 'presence') this.presence = event
    this.channel.post({ type: 'event', event, after })
    deliver(event, this.receiver)
    if (event.name === 'reload') {
      // What was missed is not known: nothing can be passed on until the stream goes on.
      this.memory = []
      this.memoryBegins = Infinity
    }
  }

  private remember(number: number, event: LiveEvent): void {
    this.position = number
    this.memoryBegins = Math.min(this.memoryBegins, number - 1)
    this.memory.push({ number, event })
    if (this.memory.length <= longestMemory) return
    this.memoryBegins = this.memory.shift()?.number ?? this.memoryBegins
  }

  private join(): void {
    this.isJoined = false
    if (this.isClosed || this.stream) return
    this.channel.post({ type: 'join', tab: this.tab, since: this.receiver.since() })
    this.callOff?.()
    this.callOff = this.clock.after(patience, () => this.join())
  }

  private heard(message: TabMessage): void {
    if (this.isClosed) return
    if (this.stream) {
      if (message.type === 'join') this.answer(message.tab, message.since)
      return
    }
    switch (message.type) {
      case 'leading': this.join(); break
      case 'linked': this.receiver.linked(message.link); break
      case 'joined': if (message.tab === this.tab) this.joined(message); break
      case 'event': {
        const { event, after } = message
        if (event.name === 'edits' && after > this.receiver.since()) this.join()
        else deliver(event, this.receiver)
        break
      }
    }
  }

  private answer(tab: string, since: number): void {
    const isKnown = since >= this.memoryBegins
    const events = this.memory.filter(({ number }) => number > since).map(({ event }) => event)
    this.channel.post({
      type: 'joined', tab, events: isKnown ? events : null, upTo: this.position, link: this.link,
      presence: this.presence,
    })
  }

  private joined(message: Extract<TabMessage, { type: 'joined' }>): void {
    this.isJoined = true
    this.callOff?.()
    this.callOff = null
    this.receiver.linked(message.link)
    if (message.events) for (const event of message.events) deliver(event, this.receiver)
    else this.receiver.reload()
    if (message.presence) deliver(message.presence, this.receiver)
  }
}

function revisionOf(event: LiveEvent): number | null {
  try {
    const { number } = JSON.parse(event.text) as Revision
    return Number.isSafeInteger(number) ? number : null
  } catch {
    return null
  }
}
