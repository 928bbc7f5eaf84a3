import type { Item, Value, Values } from '../types'
import { factsOf } from './kinds'
import { equal, without } from './shape'
import type { WorkspaceState } from './workspace-state'

/** The values of an object without references to what is gone: the same object if there are none. */
export function shownValues({ ref, values }: Item, state: WorkspaceState): Values {
  let result: { [name: string]: Value } | null = null
  for (const { name, shape } of factsOf(ref.kind)?.referring ?? []) {
    const value = values[name]
    if (value === undefined || value === null) continue
    const left = without(shape, value, ref.map, (other) => state.isGone(other))
    if (left === undefined || equal(left, value)) continue
    result ??= { ...values }
    result[name] = left
  }
  return result ?? values
}
