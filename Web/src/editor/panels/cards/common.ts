import type { Item, Value } from '../../../core/types'
import { sameValue } from '../values/reading'

/** What several objects have in one property: the same, or different things. */
export type Common = { readonly kind: 'same'; readonly value: Value } | { readonly kind: 'mixed' }

export function commonValue(items: readonly Item[], property: string): Common {
  const first = items[0]?.values[property] ?? null
  return items.every(item => sameValue(item.values[property] ?? null, first))
    ? { kind: 'same', value: first } : { kind: 'mixed' }
}
