import { apply } from '../model/apply'
import type { Inverse, LeftAlone, Outcome } from '../model/inverse'
import { undo } from '../model/undo'
import { WorkspaceState } from '../model/workspace-state'
import { equal } from '../model/shape'
import { keyOf, type Edit, type Item } from '../types'
import type { Revision } from '../model/wire'
import { absorbed, sameEdits } from './absorb'
import type { Pending } from './pending'
import { Reach } from './reach'

/** What a batch did to what is shown here. */
export interface LocalResult {
  readonly outcomes: readonly Outcome[]
  /** Takes back what was applied, in its order. */
  readonly inverses: readonly Inverse[]
  readonly leftAlone: readonly LeftAlone[]
}

/**
 * A map and the workspace around it as this tab shows them: what the server has confirmed, and on top of it
 * what is
 * still on its way there.
 *
 * Invariant: what is shown is the confirmed state with all pending batches applied to it in their order.
 */
export class Replica {
  readonly shown: WorkspaceState
  private readonly confirmed: Map<string, Item>
  private readonly queue: Pending[] = []
  /** How many pending edits touch an object, by its key. */
  private readonly touched = new Map<string, number>()
  private readonly reach = new Reach()

  constructor(readonly map: string, items: readonly Item[], private number: number) {
    this.confirmed = new Map(items.map((item) => [keyOf(item.ref), item]))
    this.shown = new WorkspaceState(items)
  }

  /** The last revision of the server that is in the confirmed state. */
  get revision(): number {
    return this.number
  }

  get pending(): readonly Pending[] {
    return this.queue
  }

  /** The confirmed objects, for comparison. */
  get confirmedItems(): ReadonlyMap<string, Item> {
    return this.confirmed
  }

  /** Shows a batch at once; it stays pending until its revision arrives. */
  add(pending: Pending): LocalResult {
    this.queue.push(pending)
    return this.play(pending)
  }

  /** The last batch says something else now: the same object and property with a later value. */
  retype(pending: Pending, edit: Edit): Outcome {
    const outcome = apply(this.shown, edit)
    if (outcome.kind !== 'applied') return outcome
    pending.batch = { ...pending.batch, edits: [edit] } as Pending['batch']
    pending.effect = [edit]
    return outcome
  }

  /** Takes a batch out that the server refused, or that changed nothing there. */
  remove(pending: Pending): void {
    const place = this.queue.indexOf(pending)
    if (place < 0) return
    if (pending.effect.length === 0) {
      this.queue.splice(place, 1)
      this.reach.remove(pending)
      return
    }
    this.unwind()
    this.queue.splice(place, 1)
    this.replay()
  }

  /**
   * Takes in what the server did, in its order; what is known already is passed over. Answers the batches
   * that arrived.
   */
  receive(revisions: readonly Revision[]): readonly Pending[] {
    const arrived: Pending[] = []
    let isUnwound = false
    for (const revision of revisions) {
      if (revision.number <= this.number) continue
      this.number = revision.number
      const place = this.queue.findIndex(
        ({ client, batch }) => client === revision.client && batch.sequence === revision.sequence)
      const own = this.queue[place]
      if (own) arrived.push(own)
      const edits = revision.edits.filter((edit) => this.concerns(edit))
      if (own && place === 0 && !isUnwound && sameEdits(edits, own.effect)) {
        // It happened as it was shown: only the confirmed state has something to learn.
        this.queue.shift()
        this.untouch(own)
        for (const edit of edits) this.confirm(edit)
        continue
      }
      if (!own && !isUnwound && !this.reach.meets(edits, this.shown)) {
        for (const edit of edits) this.show(edit)
        continue
      }
      if (!isUnwound) this.unwind()
      isUnwound = true
      if (own) this.queue.splice(place, 1)
      for (const edit of edits) this.show(edit)
    }
    if (isUnwound) this.replay()
    return arrived
  }

  /** Begins anew from a snapshot; batches that are in it already leave the queue. Answers those. */
  replace(items: readonly Item[], revision: number): readonly Pending[] {
    this.unwind()
    const keys = new Set(items.map((item) => keyOf(item.ref)))
    for (const key of [...this.confirmed.keys()]) {
      if (keys.has(key)) continue
      this.confirmed.delete(key)
      this.shown.put(key, undefined)
    }
    for (const item of items) {
      const key = keyOf(item.ref)
      const old = this.confirmed.get(key)
      if (old && old.deleted === item.deleted && equal(old.values, item.values)) continue
      this.confirmed.set(key, item)
      this.shown.put(key, item)
    }
    this.number = revision
    const contained = this.queue.filter((pending) => (pending.revision ?? Infinity) <= revision)
    for (const pending of contained) this.queue.splice(this.queue.indexOf(pending), 1)
    this.replay()
    return contained
  }

  /** Whether an edit is about something that lives here. */
  concerns(edit: Edit): boolean {
    return edit.object.map === undefined || edit.object.map === null || edit.object.map === this.map
  }

  private confirm(edit: Edit): void {
    const key = keyOf(edit.object)
    const item = absorbed(this.confirmed.get(key), edit)
    if (item) this.confirmed.set(key, item)
  }

  /** Confirms an edit of an object on which nothing pending stands. */
  private show(edit: Edit): void {
    this.confirm(edit)
    const key = keyOf(edit.object)
    this.shown.put(key, this.confirmed.get(key))
  }

  private play(pending: Pending): LocalResult {
    const { batch } = pending
    this.reach.add(pending, this.shown)
    if ('undo' in batch) {
      const here = batch.undo.filter((inverse) => this.concerns(inverse.edit))
      const report = undo(this.shown, here)
      this.touch(pending, report.undone)
      return { outcomes: [], inverses: report.redo, leftAlone: report.leftAlone }
    }
    const outcomes: Outcome[] = []
    const inverses: Inverse[] = []
    const effect: Edit[] = []
    for (const edit of batch.edits) {
      if (!this.concerns(edit)) continue
      const outcome = apply(this.shown, edit)
      outcomes.push(outcome)
      if (outcome.kind !== 'applied') continue
      inverses.push(outcome.inverse)
      effect.push(edit)
    }
    this.touch(pending, effect)
    return { outcomes, inverses, leftAlone: [] }
  }

  private touch(pending: Pending, effect: readonly Edit[]): void {
    pending.effect = effect
    for (const { object } of effect) {
      const key = keyOf(object)
      this.touched.set(key, (this.touched.get(key) ?? 0) + 1)
    }
  }

  private untouch(pending: Pending): void {
    this.reach.remove(pending)
    for (const { object } of pending.effect) {
      const key = keyOf(object)
      const count = this.touched.get(key) ?? 0
      if (count > 1) this.touched.set(key, count - 1)
      else this.touched.delete(key)
    }
  }

  /** Shows the confirmed state alone. */
  private unwind(): void {
    for (const key of this.touched.keys()) this.shown.put(key, this.confirmed.get(key))
    this.touched.clear()
    this.reach.clear()
  }

  private replay(): void {
    for (const pending of this.queue) this.play(pending)
  }
}
