import { keyOf, type Edit, type Ref, type Values } from '../types'
import { apply } from './apply'
import type { Inverse, LeftAlone, UndoReport } from './inverse'
import { equal } from './shape'
import type { WorkspaceState } from './workspace-state'

/**
 * Takes one intention back: its inverses, from the last to the first, each only where what it expects still
 * stands.
 *
 * The inverses come in the order in which their edits were applied.
 */
export function undo(state: WorkspaceState, inverses: readonly Inverse[]): UndoReport {
  const undone: Edit[] = []
  const leftAlone: LeftAlone[] = []
  const redo: Inverse[] = []
  for (const inverse of [...inverses].reverse()) {
    const reason = objection(state, inverse)
    if (reason) {
      leftAlone.push(reason)
      continue
    }
    const outcome = apply(state, inverse.edit, inverse.mayHide)
    if (outcome.kind === 'applied') {
      undone.push(inverse.edit)
      redo.push(outcome.inverse)
    } else {
      leftAlone.push({ kind: 'not-possible', outcome })
    }
  }
  return { undone, leftAlone, redo }
}

function objection(state: WorkspaceState, { edit, expects }: Inverse): LeftAlone | null {
  const { object } = edit
  const item = state.find(object)
  if (!item) return { kind: 'not-possible', outcome: { kind: 'unknown-object', object } }
  if ('deleted' in expects) return item.deleted ? null : { kind: 'restored-since' }
  const expected: Values = 'standing' in expects ? expects.standing._0 : expects.untouched._0
  if (item.deleted) return { kind: 'deleted-since' }
  const properties = Object.keys(expected).filter((name) => !equal(item.values[name], expected[name])).sort()
  if (properties.length > 0) return { kind: 'changed-since', properties }
  if ('standing' in expects) return null
  const known = new Set(expects.untouched.contents.map(keyOf))
  const objects: Ref[] = state.contents(object)
    .filter((ref) => !known.has(keyOf(ref)) && !state.find(ref)?.deleted)
  return objects.length > 0 ? { kind: 'filled-since', objects } : null
}
