import type { Item, Kind, Ref, Value, Values } from '../types'
import { schemas } from './schema'
import { references, type PropertySchema, type Shape } from './shape'

interface Referring {
  readonly name: string
  readonly shape: Shape
}

/** What the model asks of a kind of object, found once. */
export interface KindFacts {
  readonly inMap: boolean
  readonly properties: { readonly [name: string]: PropertySchema }
  /** The properties that can point at other objects. */
  readonly referring: readonly Referring[]
  /** Those among them that an object cannot do without. */
  readonly needed: readonly Referring[]
  readonly defaults: Values
}

const facts = new Map<string, KindFacts>()
for (const [kind, schema] of Object.entries(schemas)) {
  const defaults: { [name: string]: Value } = {}
  const referring: Referring[] = []
  const needed: Referring[] = []
  for (const [name, property] of Object.entries(schema.properties)) {
    if (property.initial !== undefined) defaults[name] = property.initial
    if (!canRefer(property.shape)) continue
    referring.push({ name, shape: property.shape })
    if (property.required) needed.push({ name, shape: property.shape })
  }
  facts.set(kind, { ...schema, referring, needed, defaults })
}

/** Undefined for surveys, which live elsewhere. */
export const factsOf = (kind: Kind): KindFacts | undefined => facts.get(kind)

/** Kinds in an order in which nothing comes before what it lies in. */
export const kindsInOrder: readonly string[] = Object.keys(schemas)

function canRefer(shape: Shape): boolean {
  switch (shape.of) {
    case 'identifier':
    case 'record': return true
    case 'list': return canRefer(shape.each)
    case 'optional': return canRefer(shape.value)
    default: return false
  }
}

/** What an object cannot do without: its map, its lane and step, its stage … */
export function needs(ref: Ref, values: Values): readonly Ref[] {
  const found: Ref[] = ref.map === undefined ? [] : [{ kind: 'map', id: ref.map }]
  for (const { name, shape } of facts.get(ref.kind)?.needed ?? []) {
    const value = values[name]
    if (value !== undefined) found.push(...references(shape, value, ref.map))
  }
  return found
}

/** The properties that say what an object lies in, by its kind. */
export const containers: { readonly [kind: string]: readonly string[] } = {
  card: ['lane', 'step'], step: ['stage'], evidence: ['card'], moment: ['story'],
}

/** The place of an object in its list; equal keys sort by id. */
export const orderOf = (item: Item): string => {
  const order = item.values.order
  return typeof order === 'string' ? order : ''
}

/** The value of a text property; empty if it is not set. */
export const textOf = (item: Item | undefined, property: string): string => {
  const value = item?.values[property]
  return typeof value === 'string' ? value : ''
}
