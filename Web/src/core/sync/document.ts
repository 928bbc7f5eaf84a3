import { words } from '../../words/words'
import { asFailure, type ApiFailure } from '../api/failure'
import { delayBefore, type Clock } from '../clock'
import type { Link } from '../link'
import type { Live } from '../live/live'
import { factsOf } from '../model/kinds'
import type { Inverse } from '../model/inverse'
import { shownValues } from '../model/shown-values'
import type { WorkspaceState } from '../model/workspace-state'
import { itemOf, type Batch, type BatchAnswer, type Change, type Revision } from '../model/wire'
import type {
  Edit, Item, Kind, MapDocument, Notice, Present, Ref, SaveState, Values,
} from '../types'
import type { Adopted } from './adoption'
import { Attendance } from './attendance'
import { History, type HistoryEntry, type HistoryPart } from './history'
import type { DocumentParts } from './document-parts'
import type { Keeper } from './keeper'
import { Listeners } from './listeners'
import { noticeOfLoss } from './losses'
import { pending, type Pending } from './pending'
import { Replica } from './replica'
import { sameSaveState, saveStateOf } from './save-state'
import { Sender } from './sender'
import { pieces } from './splitting'
import { mayGoOn, typingPlace } from './typing'

const typingPause = 600
const longestIntention = 200

/** The working `MapDocument`: what is shown, what is on its way, and what can be taken back. */
export class SyncedDocument implements MapDocument {
  readonly map: string
  readonly client: string
  readonly person: DocumentParts['person']
  private readonly replica: Replica
  private readonly sender: Sender
  private readonly keeper: Keeper
  private readonly live: Live
  private readonly attendance: Attendance
  private readonly clock: Clock
  private readonly history: History
  private readonly adopted: Map<string, Adopted>
  private readonly listeners = new Listeners<ReadonlySet<string>>()
  private readonly noticeListeners = new Listeners<Notice>()
  private readonly numberListeners = new Listeners<void>()
  private sequence = 0
  private present: readonly Present[] = []
  private isOnline = true
  private sendLink: Link = 'open'
  private liveLink: Link = 'open'
  private failure: ApiFailure | null = null
  private refusal: string | null = null
  private state: SaveState = { kind: 'saved' }
  /** Revisions that wait for a snapshot to be loaded. */
  private early: Revision[] | null = null
  private isClosed = false

  constructor(private readonly parts: DocumentParts) {
    const { snapshot, map, client, clock, adopted } = parts
    this.map = map
    this.client = client
    this.person = parts.person
    this.clock = clock
    this.replica = new Replica(map, snapshot.objects.map(itemOf), snapshot.revision)
    const unkept: Notice = { kind: 'storage', message: words('save.noStorage') }
    this.keeper = parts.keeper(() => this.noticeListeners.tell(unkept))
    this.adopted = new Map(adopted.map((left) => [left.client, left]))
    // Where the person went on last is where undo goes on.
    const last = [...adopted].reverse().find((left) => left.map === map && left.history)
    this.history = new History(last?.history ?? null)
    if (last) this.keeper.keepHistory(() => this.history.stored)
    this.sender = new Sender(() => this.replica.pending, parts.post, clock, {
      kept: () => this.keeper.settled(),
      answered: (sent, answer) => this.answered(sent, answer),
      refused: (sent, failure) => this.refused(sent, failure),
      linked: (link, failure) => this.linked(link, failure),
    })
    for (const left of adopted) {
      for (const batch of left.batches) this.replica.add(pending(left.client, batch, true))
      if (left.batches.length === 0) this.finish(left.client)
    }
    this.replica.shown.takeChanged()
    this.state = this.saving()
    this.live = parts.openLive({
      since: () => this.replica.revision,
      revisions: (revisions) => this.receive(revisions),
      presence: (people) => {
        this.present = people.filter((one) => one.client !== client)
        this.listeners.tell(new Set())
      },
      numbers: () => this.numberListeners.tell(),
      reload: () => void this.reload(),
      linked: (link) => {
        this.liveLink = link
        if (link === 'open' && this.sendLink === 'lost') this.sender.retry()
        this.changed()
      },
    })
    this.attendance = new Attendance(parts.tell, clock)
    this.sender.pump()
  }

  get revision(): number { return this.replica.revision }
  get saveState(): SaveState { return this.state }
  get people(): readonly Present[] { return this.present }
  get keepsQueue(): boolean { return this.keeper.survives }
  get canUndo(): boolean { return this.history.canUndo }
  get canRedo(): boolean { return this.history.canRedo }
  get nextUndo(): string | null { return this.history.next('undo') }
  get nextRedo(): string | null { return this.history.next('redo') }
  /** The confirmed objects and the state that is shown, for tests that compare the two. */
  inspect(): { confirmed: Iterable<Item>; shown: WorkspaceState } {
    return { confirmed: this.replica.confirmedItems.values(), shown: this.replica.shown }
  }

  /** What has not arrived yet, for tests and for a page that is about to go. */
  get pending(): readonly Pending[] { return this.replica.pending }

  /** The closed tabs whose unsaved work this one sends. */
  get adoptedClients(): readonly string[] { return [...this.adopted.keys()] }

  get(ref: Ref): Item | undefined { return this.replica.shown.find(ref) }
  isShown(ref: Ref): boolean { return this.replica.shown.isShown(ref) }

  list(kind: Kind): readonly Item[] {
    return this.replica.shown.list(kind, this.mapOf(kind))
  }

  within(kind: Kind, ...container: readonly string[]): readonly Item[] {
    return this.replica.shown.within(kind, this.mapOf(kind), ...container)
  }

  shownValues(item: Item): Values { return shownValues(item, this.replica.shown) }

  commit(intention: string, edits: readonly Edit[]): void {
    if (this.isClosed || edits.length === 0) return
    this.refusal = null
    if (this.goOnTyping(edits)) return
    const entry: HistoryPart[] = []
    for (const change of pieces({ edits })) {
      const sent = this.batch(intention, change)
      const result = this.replica.add(sent)
      if (result.outcomes.some(({ kind }) => kind === 'refused')) {
        this.noticeListeners.tell({ kind: 'refused', message: words('save.impossible', { intention }) })
      }
      if (sent.effect.length === 0) {
        this.replica.remove(sent)
        continue
      }
      // Only what has an effect here is asked for.
      sent.batch = { ...sent.batch, edits: sent.effect } as Batch
      sent.typing = typingPlace(sent.effect, this.clock.now())
      if (sent.typing) sent.heldUntil = this.clock.now() + typingPause
      this.keeper.keep(this.client, sent.batch)
      entry.push({ client: this.client, sequence: sent.batch.sequence, inverses: result.inverses })
    }
    if (entry.length > 0) this.history.did({ intention, parts: entry })
    this.committed()
  }

  undo(): { intention: string; leftAlone: number } | null { return this.turn('undo') }
  redo(): { intention: string; leftAlone: number } | null { return this.turn('redo') }

  attend(object: Ref | null): void { this.attendance.attend(object) }

  flush(): void {
    for (const waiting of this.replica.pending) {
      waiting.heldUntil = 0
      waiting.typing = null
    }
    this.keeper.flush()
    this.sender.pump()
  }

  onNumbers(listener: () => void): () => void { return this.numberListeners.add(listener) }

  subscribe(listener: (changed: ReadonlySet<string>) => void): () => void {
    return this.listeners.add(listener)
  }

  onNotice(listener: (notice: Notice) => void): () => void {
    if (!this.keeper.survives) listener({ kind: 'storage', message: words('save.noStorage') })
    return this.noticeListeners.add(listener)
  }

  /** The page is looked at again, or the network is back. */
  retry(): void {
    this.sender.retry()
    this.live.retry()
  }

  /** What the browser says of the network. */
  setOnline(isOnline: boolean): void {
    this.isOnline = isOnline
    if (isOnline) this.retry()
    this.changed()
  }

  /** The page is about to go: what is unsaved is kept, and sent if there is time. */
  leave(): void {
    this.keeper.flush()
    this.sender.leave()
  }

  close(): void {
    if (this.isClosed) return
    this.leave()
    this.isClosed = true
    this.sender.close()
    this.live.close()
    this.attendance.close()
    // Whoever takes over must find everything.
    void this.keeper.settled().then(() => {
      for (const { release } of this.adopted.values()) release()
      this.parts.release()
    })
  }

  private mapOf(kind: Kind): string {
    return factsOf(kind)?.inMap ? this.map : ''
  }

  private batch(intention: string, change: Change): Pending {
    this.sequence += 1
    const short = [...intention].slice(0, longestIntention).join('')
    return pending(this.client, { sequence: this.sequence, intention: short, ...change })
  }

  /** Makes the last batch longer instead of a new one, while somebody types and nothing was sent. */
  private goOnTyping(edits: readonly Edit[]): boolean {
    const last = this.replica.pending[this.replica.pending.length - 1]
    const [edit] = edits
    const now = this.clock.now()
    if (!last || !edit || !mayGoOn(last, edits, now)) return false
    const { sequence } = last.batch
    if (last.client !== this.client || !this.history.endsWith(this.client, sequence)) return false
    const outcome = this.replica.retype(last, edit)
    if (outcome.kind === 'refused') return false
    if (outcome.kind === 'applied') {
      const { expects } = outcome.inverse
      // It takes back to what was there before the first key, and expects what the last one left.
      this.history.amend(this.client, sequence, (inverses) =>
        inverses.map((inverse) => ({ ...inverse, expects })))
      if (last.typing) last.typing = { ...last.typing, last: now }
      last.heldUntil = now + typingPause
      this.keeper.keep(this.client, last.batch)
    }
    this.committed()
    return true
  }

  private turn(direction: 'undo' | 'redo'): { intention: string; leftAlone: number } | null {
    if (this.isClosed) return null
    this.flush()
    const entry = this.history.take(direction)
    if (!entry) return null
    this.refusal = null
    const inverses: readonly Inverse[] = entry.parts.flatMap((part) => part.inverses)
    const parts: HistoryPart[] = []
    let leftAlone = 0
    for (const change of pieces({ undo: inverses })) {
      const sent = this.batch(entry.intention, change)
      const result = this.replica.add(sent)
      leftAlone += result.leftAlone.length
      if (sent.effect.length === 0) {
        // Everything was left alone here, and the server would find the same.
        this.replica.remove(sent)
        continue
      }
      this.keeper.keep(this.client, sent.batch)
      parts.push({ client: this.client, sequence: sent.batch.sequence, inverses: result.inverses })
    }
    const turned: HistoryEntry = { intention: entry.intention, parts }
    if (parts.length > 0) this.history.turned(direction, turned)
    this.committed()
    return { intention: entry.intention, leftAlone }
  }

  private committed(): void {
    this.keeper.keepHistory(() => this.history.stored)
    this.changed()
    this.sender.pump()
  }

  private answered(sent: Pending, answer: BatchAnswer): void {
    this.acknowledge(sent)
    this.history.amend(sent.client, sent.batch.sequence, () => answer.inverses)
    sent.revision = answer.revision ?? null
    if (sent.revision === null || sent.revision <= this.replica.revision) this.replica.remove(sent)
    const notice = noticeOfLoss(sent.batch, answer)
    if (notice) this.noticeListeners.tell(notice)
    this.keeper.keepHistory(() => this.history.stored)
    this.changed()
  }

  /** The server has it: it need not be kept here any longer. */
  private acknowledge(sent: Pending): void {
    if (sent.isAcknowledged) return
    sent.isAcknowledged = true
    sent.isFrozen = true
    this.keeper.drop(sent.client, sent.batch.sequence)
    const isWaiting = (other: Pending): boolean => other.client === sent.client && !other.isAcknowledged
    if (!this.replica.pending.some(isWaiting)) this.finish(sent.client)
  }

  /** Nothing is left of a tab that is gone. */
  private finish(client: string): void {
    const left = this.adopted.get(client)
    if (!left) return
    this.adopted.delete(client)
    this.keeper.flush()
    // The undo list of another map waits for that map to be opened again.
    if (left.map === this.map || !left.history) this.keeper.forget(client)
    void this.keeper.settled().then(left.release)
  }

  private refused(sent: Pending, failure: ApiFailure): void {
    this.replica.remove(sent)
    this.acknowledge(sent)
    this.history.amend(sent.client, sent.batch.sequence, () => [])
    this.refusal = words('save.refused', { intention: sent.batch.intention, reason: failure.message })
    this.noticeListeners.tell({
      kind: 'refused', message: this.refusal, ...(failure.hint ? { hint: failure.hint } : {}),
    })
    this.changed()
  }

  private receive(revisions: readonly Revision[]): void {
    if (this.isClosed) return
    if (this.early) {
      this.early.push(...revisions)
      return
    }
    for (const arrived of this.replica.receive(revisions)) this.acknowledge(arrived)
    this.changed()
  }

  /** Begins anew from a snapshot, keeping what is on its way. */
  private async reload(): Promise<void> {
    if (this.early || this.isClosed) return
    this.early = []
    for (let attempt = 0; !this.isClosed; attempt += 1) {
      try {
        const snapshot = await this.parts.load()
        const early = this.early
        this.early = null
        for (const arrived of this.replica.replace(snapshot.objects.map(itemOf), snapshot.revision)) {
          this.acknowledge(arrived)
        }
        this.receive(early ?? [])
        this.sender.retry()
        return
      } catch (error) {
        const failure = asFailure(error)
        this.linked(failure.status === 401 ? 'signed-out' : 'lost', failure)
        await new Promise<void>((go) => this.clock.after(delayBefore(attempt, this.clock), go))
      }
    }
  }

  private linked(link: Link, failure: ApiFailure | null): void {
    this.sendLink = link
    this.failure = failure
    if (link === 'open') this.live.retry()
    this.changed()
  }

  private saving(): SaveState {
    const waiting = this.replica.pending.filter(({ isAcknowledged }) => !isAcknowledged).length
    const links = [this.sendLink, this.liveLink]
    // Whether work is lost on the way tells the sending; with nothing to send, the stream does.
    const decisive = waiting > 0 ? this.sendLink : this.liveLink
    const worst = (['outdated', 'signed-out'] as const).find((link) => links.includes(link)) ?? decisive
    const state = saveStateOf({
      waiting, isOnline: this.isOnline, link: worst, failure: this.failure, refusal: this.refusal,
    })
    return sameSaveState(state, this.state) ? this.state : state
  }

  /** Tells who listens what has changed, if anything has. */
  private changed(): void {
    const before = this.state
    this.state = this.saving()
    const keys = this.replica.shown.takeChanged()
    if (keys.size > 0 || this.state !== before) this.listeners.tell(keys)
  }
}
