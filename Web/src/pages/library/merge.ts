import type { Edit, Item, Value } from '../../core'
import { equal } from '../../core'
import { pointingAt, referencesTo } from './references'

/** The longest batch that the server takes. */
export const longestBatch = 2_000

/**
 * The edits that make one object out of two: everything that points at `from` points at `to`, empty fields of `to`
 * are filled, and `from` goes. One batch, so that it happens as a whole or not at all.
 */
export function mergeEdits(from: Item, to: Item, everything: readonly Item[]): readonly Edit[] {
  const edits: Edit[] = []
  for (const reference of referencesTo(from.ref, everything)) {
    const { item, property } = reference
    if (item.ref.id === from.ref.id && item.ref.kind === from.ref.kind) continue
    edits.push({ type: 'set', object: item.ref, property, value: pointingAt(reference, from.ref, to.ref.id) })
  }
  for (const [property, value] of Object.entries(from.values)) {
    const filled = filledIn(property, to.values[property] ?? null, value)
    if (filled !== undefined) edits.push({ type: 'set', object: to.ref, property, value: filled })
  }
  edits.push({ type: 'tombstone', object: from.ref })
  return edits
}

const kept: ReadonlySet<string> = new Set(['order', 'name', 'ownership', 'setting', 'influence'])

/** What the one that stays takes over in a property; undefined: nothing. */
function filledIn(property: string, own: Value, other: Value): Value | undefined {
  if (kept.has(property) || other === null || other === '') return undefined
  if (property === 'note' && typeof own === 'string' && typeof other === 'string' && own.trim() !== '') {
    return own.includes(other) ? undefined : `${own}\n\n${other}`
  }
  if (Array.isArray(other)) {
    const mine = (Array.isArray(own) ? own : []) as readonly Value[]
    const more = (other as readonly Value[]).filter(each => !mine.some(one => equal(one, each)))
    return more.length === 0 ? undefined : [...mine, ...more]
  }
  return own === null || own === '' ? other : undefined
}
