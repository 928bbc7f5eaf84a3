import { keyOf, type Item, type Ref } from '../types'
import { kindsInOrder, needs } from './kinds'
import { ShownLists } from './shown-lists'

/**
 * A workspace as edits see it: objects with properties, the deleted ones among them.
 *
 * An object is shown while it is not deleted and everything it cannot do without is shown: a card its lane
 * and step,
 * a step its stage, evidence its card, and all of them their map. All changes pass through `put`, which keeps
 * the
 * lists; a change of a text costs the same however large the map is.
 */
export class WorkspaceState {
  private readonly items = new Map<string, Item>()
  /** Who cannot do without an object, deleted or not, by its key. */
  private readonly dependents = new Map<string, Set<string>>()
  /** The items as they stand in the lists. */
  private readonly shown = new Map<string, Item>()
  private readonly lists = new ShownLists()
  private changed = new Set<string>()

  constructor(items: Iterable<Item> = []) {
    const rank = new Map(kindsInOrder.map((kind, place) => [kind, place]))
    const sorted = [...items].sort((a, b) => (rank.get(a.ref.kind) ?? 0) - (rank.get(b.ref.kind) ?? 0))
    for (const item of sorted) this.put(keyOf(item.ref), item)
    this.changed.clear()
  }

  get(key: string): Item | undefined {
    return this.items.get(key)
  }

  find(ref: Ref): Item | undefined {
    return this.items.get(keyOf(ref))
  }

  /** Everything known, deleted objects too. */
  all(): IterableIterator<Item> {
    return this.items.values()
  }

  isShown(ref: Ref): boolean {
    return this.shown.has(keyOf(ref))
  }

  list(kind: string, map = ''): readonly Item[] {
    return this.lists.list(kind, map)
  }

  within(kind: string, map: string, ...container: readonly string[]): readonly Item[] {
    return this.lists.within(kind, map, ...container)
  }

  /**
   * The keys of all objects that look different since the last call, those hidden or shown by others among
   * them.
   */
  takeChanged(): ReadonlySet<string> {
    const changed = this.changed
    this.changed = new Set()
    return changed
  }

  /** Sets an object as it is to stand, whatever was there; undefined: as if it had never been. */
  put(key: string, item: Item | undefined): void {
    const old = this.items.get(key)
    if (old === item) return
    const before = old ? needs(old.ref, old.values).map(keyOf) : []
    const after = item ? needs(item.ref, item.values).map(keyOf) : []
    const isSettled = before.length === after.length && before.every((need, place) => need === after[place])
    if (!isSettled) {
      for (const need of before) this.dependents.get(need)?.delete(key)
      for (const need of after) {
        const known = this.dependents.get(need)
        if (known) known.add(key)
        else this.dependents.set(need, new Set([key]))
      }
    }
    if (item) this.items.set(key, item)
    else this.items.delete(key)
    this.changed.add(key)
    if (isSettled && old && item && old.deleted === item.deleted) this.refresh(key)
    else this.refreshAround([old, item])
  }

  /** The objects, deleted or not, that lie in an object or cannot do without it. */
  contents(ref: Ref): readonly Ref[] {
    const keys = new Set(this.dependents.get(keyOf(ref)))
    // A stage without steps is addressed as the step of the same id.
    if (ref.kind === 'stage') {
      for (const key of this.dependents.get(keyOf({ ...ref, kind: 'step' })) ?? []) keys.add(key)
    }
    return [...keys].sort().flatMap((key) => this.items.get(key)?.ref ?? [])
  }

  /** Whether an object is known but not shown: deleted, or without something it cannot do without. */
  isHidden(ref: Ref): boolean {
    const item = this.find(ref)
    if (!item) return false
    return item.deleted || needs(ref, item.values).some((need) => this.isGone(need))
  }

  /** Whether a reference leads to something that is no longer shown. What was never known is not gone. */
  isGone(ref: Ref): boolean {
    if (ref.kind !== 'step') return this.isHidden(ref)
    const step = this.find(ref)
    if (step && !this.isHidden(ref)) return false
    const stage: Ref = { ...ref, kind: 'stage' }
    if (!this.find(stage)) return step !== undefined
    if (this.isHidden(stage)) return true
    return step !== undefined && this.hasSteps(stage)
  }

  private hasSteps(stage: Ref): boolean {
    for (const key of this.dependents.get(keyOf(stage)) ?? []) {
      const item = this.items.get(key)
      if (item?.ref.kind === 'step' && !this.isHidden(item.ref)) return true
    }
    return false
  }

  /** Brings one object's place in the lists up to date. */
  private refresh(key: string): void {
    const item = this.items.get(key)
    const listed = this.shown.get(key)
    const wanted = item && !this.isHidden(item.ref) ? item : undefined
    if (listed === wanted) return
    this.changed.add(key)
    if (listed && wanted) this.lists.replace(listed, wanted)
    else if (listed) this.lists.remove(listed)
    else if (wanted) this.lists.add(wanted)
    if (wanted) this.shown.set(key, wanted)
    else this.shown.delete(key)
  }

  /** Brings everything up to date that a change of these objects may hide or show. */
  private refreshAround(objects: readonly (Item | undefined)[]): void {
    const seen = new Set<string>()
    const visit = (key: string): void => {
      if (seen.has(key)) return
      seen.add(key)
      this.refresh(key)
      const item = this.items.get(key)
      for (const dependent of this.dependents.get(key) ?? []) visit(dependent)
      // Whether a stage has steps decides what stands in the column that bears its name.
      if (item) for (const alias of columnsBeside(item)) visitColumn(alias)
    }
    const visitColumn = (key: string): void => {
      if (seen.has(key)) return
      seen.add(key)
      this.refresh(key)
      for (const dependent of this.dependents.get(key) ?? []) visit(dependent)
    }
    for (const item of objects) {
      if (!item) continue
      visit(keyOf(item.ref))
      for (const alias of columnsBeside(item)) visitColumn(alias)
    }
  }
}

/** The step keys under which the stage of a step, or a stage itself, may be addressed. */
function columnsBeside({ ref, values }: Item): readonly string[] {
  if (ref.kind === 'stage') return [keyOf({ ...ref, kind: 'step' })]
  if (ref.kind !== 'step' || typeof values.stage !== 'string') return []
  return [keyOf({ ...ref, id: values.stage })]
}
