import { keyOf, type Edit, type Item, type Ref, type Value, type Values } from '../types'
import { deletion, restoration, type Inverse, type Outcome, type RefusalReason } from './inverse'
import { isWellFormed } from './identifier'
import { containers, factsOf, needs, type KindFacts } from './kinds'
import { canonical, equal } from './shape'
import type { WorkspaceState } from './workspace-state'

type Writable = { [property: string]: Value }

const refused = (reason: RefusalReason): Outcome => ({ kind: 'refused', reason })

/**
 * Makes a change, or says why nothing was changed; the same rules as the server's `WorkspaceState.apply`.
 *
 * Nothing is an error that two people editing at once can bring about: whoever comes second learns from the
 * outcome
 * what the other did. `mayHide`: whether the object may go into something that is deleted.
 */
export function apply(state: WorkspaceState, edit: Edit, mayHide = false): Outcome {
  const { object } = edit
  const facts = factsOf(object.kind)
  if (!facts) return refused('malformed-reference')
  if (edit.type === 'insert') return insert(state, object, edit.properties, facts)
  const item = state.find(object)
  if (!item) return { kind: 'unknown-object', object }
  switch (edit.type) {
    case 'tombstone': return tombstone(state, item)
    case 'restore': return restore(state, item)
    case 'set': {
      if (item.deleted) return { kind: 'to-tombstone', object }
      const { property } = edit
      return write(state, item, { [property]: edit.value }, facts, mayHide, (old) => ({
        type: 'set', object, property, value: old[property] ?? null,
      }))
    }
    case 'move': {
      if (item.deleted) return { kind: 'to-tombstone', object }
      const { into } = edit
      const parts = containers[object.kind] ?? []
      if (into && (parts.length === 0 || !parts.every((part) => part in into))) return refused('impossible')
      return write(state, item, { ...into, order: edit.order }, facts, mayHide, (old) => {
        const order = typeof old.order === 'string' ? old.order : edit.order
        if (!into) return { type: 'move', object, order }
        const before = Object.fromEntries(parts.map((part) => [part, old[part] ?? null]))
        return { type: 'move', object, order, into: before }
      })
    }
  }
}

/** The values of a new object in canonical form, with the defaults of what was not said; or why not. */
export function completed(given: Values, facts: KindFacts): Values | RefusalReason {
  const values = checked(given, facts)
  if (typeof values === 'string') return values
  const all = { ...facts.defaults, ...values }
  const lacks = Object.entries(facts.properties)
    .some(([name, { required }]) => required && all[name] === undefined)
  return lacks ? 'missing-property' : all
}

/** Values in their canonical form, or what is wrong with the first of them. */
export function checked(given: Values, facts: KindFacts): Writable | RefusalReason {
  const values: Writable = {}
  for (const name of Object.keys(given).sort()) {
    const isKnown = Object.prototype.hasOwnProperty.call(facts.properties, name)
    const property = facts.properties[name]
    if (!isKnown || !property) return 'unknown-property'
    const value = canonical(property.shape, given[name] ?? null)
    if (value === undefined) return 'wrong-value'
    values[name] = value
  }
  return values
}

function insert(state: WorkspaceState, object: Ref, given: Values, facts: KindFacts): Outcome {
  if (object.kind === 'workspace') return refused('impossible')
  const isInMap = object.map !== undefined
  if (!isWellFormed(object.id) || facts.inMap !== isInMap) return refused('malformed-reference')
  const values = completed(given, facts)
  if (typeof values === 'string') return refused(values)
  const item = state.find(object)
  if (item?.deleted) return { kind: 'to-tombstone', object }
  if (item) return { kind: equal(item.values, values) ? 'no-change' : 'already-exists' }
  const hindrance = obstacle(state, object, values)
  if (hindrance) return hindrance
  state.put(keyOf(object), { ref: object, values, deleted: false })
  return { kind: 'applied', inverse: deletion(object, values, []) }
}

function tombstone(state: WorkspaceState, item: Item): Outcome {
  if (item.ref.kind === 'workspace') return refused('impossible')
  if (item.deleted) return { kind: 'already-deleted' }
  state.put(keyOf(item.ref), { ...item, deleted: true })
  return { kind: 'applied', inverse: restoration(item.ref) }
}

function restore(state: WorkspaceState, item: Item): Outcome {
  if (!item.deleted) return { kind: 'no-change' }
  state.put(keyOf(item.ref), { ...item, deleted: false })
  return { kind: 'applied', inverse: deletion(item.ref, item.values, state.contents(item.ref)) }
}

function write(
  state: WorkspaceState, item: Item, given: Values, facts: KindFacts, mayHide: boolean,
  takeBack: (old: Values) => Edit,
): Outcome {
  const values = checked(given, facts)
  if (typeof values === 'string') return refused(values)
  const names = Object.keys(values)
  if (names.every((name) => equal(item.values[name], values[name]))) return { kind: 'no-change' }
  const hindrance = obstacle(state, item.ref, values)
  if (hindrance && !(hindrance.kind === 'to-tombstone' && mayHide)) return hindrance
  const old: Writable = {}
  for (const name of names) {
    const value = item.values[name]
    if (value !== undefined) old[name] = value
  }
  const inverse: Inverse = {
    edit: takeBack(old), expects: { standing: { _0: values } },
    mayHide: obstacle(state, item.ref, old)?.kind === 'to-tombstone',
  }
  state.put(keyOf(item.ref), { ...item, values: { ...item.values, ...values } })
  return { kind: 'applied', inverse }
}

/** The first thing the object cannot do without that is unknown or gone. */
function obstacle(state: WorkspaceState, object: Ref, values: Values): Outcome | null {
  for (const need of needs(object, values)) {
    const isKnown = state.find(need) || (need.kind === 'step' && state.find({ ...need, kind: 'stage' }))
    if (!isKnown) return { kind: 'unknown-object', object: need }
    if (state.isGone(need)) return { kind: 'to-tombstone', object: need }
  }
  return null
}
