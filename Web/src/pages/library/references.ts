import type { Item, Kind, Ref, Value } from '../../core'
import { equal } from '../../core'
import { factsOf } from '../../core/model/kinds'
import { records } from '../../core/model/record-shapes'
import { isList, isRecord } from '../../core/model/shape'
import type { Shape } from '../../core/model/shape'

/** A property of an object that points at something of the library. */
export interface Reference {
  readonly item: Item
  readonly property: string
  readonly value: Value
}

/** Everything that points at an object: each place once, also in lists and in parts of values. */
export function referencesTo(target: Ref, items: readonly Item[]): readonly Reference[] {
  const found: Reference[] = []
  for (const item of items) {
    if (item.deleted) continue
    for (const { name, shape } of factsOf(item.ref.kind)?.referring ?? []) {
      const value = item.values[name]
      if (value === undefined || value === null) continue
      if (!equal(replaced(shape, value, target, null), value)) found.push({ item, property: name, value })
    }
  }
  return found
}

/** The value with another object in the place of `target`; null takes it out. */
export function pointingAt(reference: Reference, target: Ref, instead: string | null): Value {
  const shape = factsOf(reference.item.ref.kind)?.properties[reference.property]?.shape
  return shape === undefined ? reference.value : replaced(shape, reference.value, target, instead)
}

function replaced(shape: Shape, value: Value, target: Ref, instead: string | null): Value {
  switch (shape.of) {
    case 'identifier': return shape.kind === target.kind && value === target.id ? instead : value
    case 'optional': return value === null ? null : replaced(shape.value, value, target, instead)
    case 'list': {
      if (!isList(value)) return value
      const all = value.map(each => replaced(shape.each, each, target, instead)).filter(each => each !== null)
      if (equal(all, value)) return value
      return all.filter((each, place) => all.findIndex(other => equal(other, each)) === place)
    }
    case 'record': {
      const parts = records[shape.name]?.parts
      if (parts === undefined || !isRecord(value)) return value
      return Object.fromEntries(Object.entries(value).map(([name, part]) => {
        const partShape = parts[name]
        return [name, partShape === undefined ? part : replaced(partShape, part, target, instead)]
      }))
    }
    default: return value
  }
}

/** How many objects of each kind point at it, and on how many maps. */
export interface ReferenceCount {
  readonly kinds: readonly (readonly [Kind, number])[]
  readonly maps: number
}

export function countReferences(references: readonly Reference[]): ReferenceCount {
  const objects = new Map<Kind, Set<string>>()
  const maps = new Set<string>()
  for (const { item: { ref } } of references) {
    objects.set(ref.kind, (objects.get(ref.kind) ?? new Set()).add(`${ref.map ?? ''}/${ref.id}`))
    if (ref.map !== undefined) maps.add(ref.map)
  }
  return { kinds: [...objects].map(([kind, ids]) => [kind, ids.size] as const), maps: maps.size }
}
