import { completed, checked } from '../model/apply'
import { factsOf } from '../model/kinds'
import { equal } from '../model/shape'
import { keyOf, type Edit, type Item, type Values } from '../types'

/**
 * What an object is after an edit that the server has already applied: nothing is asked, the server knew.
 *
 * Undefined: nothing that lives here. Values that the schema here does not know (a newer server) are taken as
 * given.
 */
export function absorbed(item: Item | undefined, edit: Edit): Item | undefined {
  const ref = edit.object
  switch (edit.type) {
    case 'insert': {
      const facts = factsOf(ref.kind)
      if (!facts) return item
      const values = completed(edit.properties, facts)
      const plain = typeof values === 'string' ? { ...facts.defaults, ...edit.properties } : values
      return { ref, values: plain, deleted: false }
    }
    case 'set': return item && withValues(item, { [edit.property]: edit.value })
    case 'move': return item && withValues(item, { ...edit.into, order: edit.order })
    case 'tombstone': return item && { ...item, deleted: true }
    case 'restore': return item && { ...item, deleted: false }
  }
}

function withValues(item: Item, given: Values): Item {
  const facts = factsOf(item.ref.kind)
  const values = facts ? checked(given, facts) : given
  return { ...item, values: { ...item.values, ...(typeof values === 'string' ? given : values) } }
}

/** Whether two lists of edits do the same. */
export function sameEdits(a: readonly Edit[], b: readonly Edit[]): boolean {
  return a.length === b.length && a.every((edit, place) => {
    const other = b[place]
    return other !== undefined && other.type === edit.type && keyOf(other.object) === keyOf(edit.object)
      && equal(plain(edit), plain(other))
  })
}

/** What an edit says besides its object, as a value. */
function plain(edit: Edit): Values {
  switch (edit.type) {
    case 'insert': return edit.properties
    case 'set': return { [edit.property]: edit.value }
    case 'move': return { ...edit.into, order: edit.order }
    default: return {}
  }
}
