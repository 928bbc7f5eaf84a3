import { keyOf } from '../../src/core/types'
import type {
  Edit,
  Item,
  Kind,
  MapDocument,
  Notice,
  Present,
  Ref,
  SaveState,
  Value,
  Values,
} from '../../src/core/types'

/** An object as the server lists it. */
export interface ListedObject {
  readonly kind: Kind
  readonly id: string
  readonly map?: string
  readonly deleted?: boolean
  readonly properties: Values
}

const needs: Partial<Record<Kind, Readonly<Record<string, Kind>>>> = {
  card: { lane: 'lane', step: 'step' },
  step: { stage: 'stage' },
  evidence: { card: 'card' },
  flow: { from: 'stage', to: 'stage' },
  moment: { story: 'story' },
  binding: { touchpoint: 'touchpoint' },
}

interface Intention {
  readonly intention: string
  readonly back: readonly Edit[]
  readonly forth: readonly Edit[]
}

/** A document without a server: applies edits at once and remembers them for undo. For tests and the harness. */
export class MemoryDocument implements MapDocument {
  revision = 0
  saveState: SaveState = { kind: 'saved' }
  people: readonly Present[] = []
  readonly client = 'here'
  readonly person = { id: 'me', name: 'Me', role: 'owner' }
  readonly keepsQueue = true
  readonly intentions: string[] = []
  attended: Ref | null = null
  private readonly items = new Map<string, Item>()
  private readonly lists = new Map<Kind, readonly Item[]>()
  private readonly listeners = new Set<(changed: ReadonlySet<string>) => void>()
  private undoable: Intention[] = []
  private redoable: Intention[] = []

  constructor(readonly map: string, objects: readonly ListedObject[]) {
    for (const { kind, id, map: owner, deleted, properties } of objects) {
      const ref: Ref = owner === undefined ? { kind, id } : { kind, id, map: owner }
      this.items.set(keyOf(ref), { ref, values: properties, deleted: deleted === true })
    }
  }

  get(ref: Ref): Item | undefined {
    return this.items.get(keyOf(ref))
  }

  list(kind: Kind): readonly Item[] {
    const known = this.lists.get(kind)
    if (known !== undefined) return known
    const found = [...this.items.values()].filter((item) => item.ref.kind === kind && this.isPresent(item))
    found.sort((a, b) =>
      compare(text(a.values['order']), text(b.values['order'])) || compare(a.ref.id, b.ref.id)
    )
    this.lists.set(kind, found)
    return found
  }

  commit(intention: string, edits: readonly Edit[]): void {
    const done = this.apply(edits)
    if (done.forth.length === 0) return
    this.undoable.push({ intention, ...done })
    this.redoable = []
    this.intentions.push(intention)
    this.changed(edits)
  }

  undo(): { intention: string; leftAlone: number } | null {
    return this.turn(this.undoable, this.redoable)
  }
  redo(): { intention: string; leftAlone: number } | null {
    return this.turn(this.redoable, this.undoable)
  }
  get canUndo(): boolean {
    return this.undoable.length > 0
  }
  get canRedo(): boolean {
    return this.redoable.length > 0
  }

  attend(object: Ref | null): void {
    this.attended = object
  }

  subscribe(listener: (changed: ReadonlySet<string>) => void): () => void {
    this.listeners.add(listener)
    return () => {
      this.listeners.delete(listener)
    }
  }

  close(): void {
    this.listeners.clear()
  }

  within(kind: Kind, ...container: readonly string[]): readonly Item[] {
    const properties = Object.keys(needs[kind] ?? {})
    return this.list(kind).filter((item) =>
      container.every((id, index) => item.values[properties[index] ?? ''] === id)
    )
  }

  isShown(ref: Ref): boolean {
    const item = this.get(ref)
    return item !== undefined && this.isPresent(item)
  }

  shownValues(item: Item): Values {
    return item.values
  }
  get nextUndo(): string | null {
    return this.undoable[this.undoable.length - 1]?.intention ?? null
  }
  get nextRedo(): string | null {
    return this.redoable[this.redoable.length - 1]?.intention ?? null
  }
  flush(): void {
    this.saveState = { kind: 'saved' }
  }
  onNotice(_listener: (notice: Notice) => void): () => void {
    return () => undefined
  }
  onNumbers(_listener: () => void): () => void {
    return () => undefined
  }

  /** Sets who else is here, as the server's news would. */
  meet(people: readonly Present[]): void {
    this.people = people
    for (const listener of [...this.listeners]) listener(new Set())
  }

  private turn(from: Intention[], to: Intention[]): { intention: string; leftAlone: number } | null {
    const last = from.pop()
    if (last === undefined) return null
    const done = this.apply(last.back)
    to.push({ intention: last.intention, ...done })
    this.changed(last.back)
    return { intention: last.intention, leftAlone: 0 }
  }

  private apply(edits: readonly Edit[]): { forth: readonly Edit[]; back: readonly Edit[] } {
    const forth: Edit[] = []
    const back: Edit[] = []
    for (const edit of edits) {
      const inverse = this.applyOne(edit)
      if (inverse === null) continue
      forth.push(edit)
      back.unshift(inverse)
    }
    return { forth, back }
  }

  private applyOne(edit: Edit): Edit | null {
    const key = keyOf(edit.object)
    const item = this.items.get(key)
    if (edit.type === 'insert') {
      if (item !== undefined) return null
      this.items.set(key, { ref: edit.object, values: edit.properties, deleted: false })
      return { type: 'tombstone', object: edit.object }
    }
    if (item === undefined) return null
    switch (edit.type) {
      case 'tombstone':
        if (item.deleted) return null
        this.items.set(key, { ...item, deleted: true })
        return { type: 'restore', object: edit.object }
      case 'restore':
        if (!item.deleted) return null
        this.items.set(key, { ...item, deleted: false })
        return { type: 'tombstone', object: edit.object }
      case 'set': {
        const old = item.values[edit.property] ?? null
        if (old === edit.value) return null
        this.items.set(key, { ...item, values: { ...item.values, [edit.property]: edit.value } })
        return { type: 'set', object: edit.object, property: edit.property, value: old }
      }
      case 'move': {
        const into: Record<string, Value> = {}
        for (const name of Object.keys(edit.into ?? {})) into[name] = item.values[name] ?? null
        const order = text(item.values['order'])
        this.items.set(key, { ...item, values: { ...item.values, ...edit.into, order: edit.order } })
        return { type: 'move', object: edit.object, order, ...(edit.into === undefined ? {} : { into }) }
      }
    }
  }

  private changed(edits: readonly Edit[]): void {
    this.revision += 1
    this.lists.clear()
    const keys = new Set(edits.map((edit) => keyOf(edit.object)))
    for (const listener of [...this.listeners]) listener(keys)
  }

  private isPresent(item: Item): boolean {
    if (item.deleted) return false
    const owner = item.ref.map
    if (owner !== undefined && owner !== this.map) return false
    for (const [property, kind] of Object.entries(needs[item.ref.kind] ?? {})) {
      const id = item.values[property]
      if (typeof id !== 'string') return false
      const ref: Ref = owner === undefined ? { kind, id } : { kind, id, map: owner }
      let held = this.items.get(keyOf(ref))
      if (held === undefined && kind === 'step') held = this.items.get(keyOf({ ...ref, kind: 'stage' }))
      if (held === undefined || !this.isPresent(held)) return false
    }
    return true
  }
}

const text = (value: Value | undefined): string => (typeof value === 'string' ? value : '')
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
