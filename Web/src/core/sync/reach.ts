import { needs } from '../model/kinds'
import type { WorkspaceState } from '../model/workspace-state'
import { keyOf, type Edit, type Ref, type Values } from '../types'
import type { Pending } from './pending'

/** The keys of one batch. */
interface Entry {
  readonly named: readonly string[]
  readonly rested: readonly string[]
}

/**
 * What the pending batches are about, and what their outcome rests on.
 *
 * An edit of somebody else that meets none of it can be shown without playing the pending ones again.
 */
export class Reach {
  /** How often an object is named by a pending edit, and how often one rests on it. */
  private readonly named = new Map<string, number>()
  private readonly rested = new Map<string, number>()
  private readonly entries = new Map<Pending, Entry>()

  add(pending: Pending, state: WorkspaceState): void {
    const { batch } = pending
    const edits = 'undo' in batch ? batch.undo.map(({ edit }) => edit) : batch.edits
    const named = edits.map(({ object }) => keyOf(object))
    const rested = [...new Set(edits.flatMap((edit) => foundations(edit, state)))]
    this.entries.set(pending, { named, rested })
    count(this.named, named, 1)
    count(this.rested, rested, 1)
  }

  remove(pending: Pending): void {
    const entry = this.entries.get(pending)
    if (!entry) return
    this.entries.delete(pending)
    count(this.named, entry.named, -1)
    count(this.rested, entry.rested, -1)
  }

  clear(): void {
    this.entries.clear()
    this.named.clear()
    this.rested.clear()
  }

  /** Whether edits of somebody else may change what the pending ones come to, or the other way round. */
  meets(edits: readonly Edit[], state: WorkspaceState): boolean {
    return edits.some((edit) => {
      const key = keyOf(edit.object)
      if (this.named.has(key) || this.rested.has(key)) return true
      // Steps decide what stands in the column of their stage.
      const isStep = edit.object.kind === 'step'
      return foundations(edit, state).some(
        (below) => this.named.has(below) || (isStep && this.rested.has(below)))
    })
  }
}

/** Everything an edit's object cannot do without, and what that cannot do without: before it and after it. */
function foundations(edit: Edit, state: WorkspaceState): readonly string[] {
  const found = new Set<string>()
  const visit = (ref: Ref): void => {
    const key = keyOf(ref)
    if (found.has(key)) return
    found.add(key)
    const item = state.get(key)
    if (item) needs(ref, item.values).forEach(visit)
    // A stage without steps is addressed as the step of the same id.
    if (ref.kind === 'step') visit({ ...ref, kind: 'stage' })
  }
  const { object } = edit
  const item = state.find(object)
  if (item) needs(object, item.values).forEach(visit)
  needs(object, given(edit)).forEach(visit)
  return [...found]
}

function given(edit: Edit): Values {
  switch (edit.type) {
    case 'insert': return edit.properties
    case 'set': return { [edit.property]: edit.value }
    case 'move': return edit.into ?? {}
    default: return {}
  }
}

function count(counts: Map<string, number>, keys: readonly string[], change: number): void {
  for (const key of keys) {
    const number = (counts.get(key) ?? 0) + change
    if (number > 0) counts.set(key, number)
    else counts.delete(key)
  }
}
