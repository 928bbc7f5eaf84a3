import type { Kind, Ref, Value } from '../types'
import { isWellFormed } from './identifier'
import { records } from './record-shapes'
import { schemas } from './schema'

/** What values a property takes. */
export type Shape =
  | { readonly of: 'text' | 'number' | 'integer' | 'flag' | 'date' | 'order' }
  | { readonly of: 'choice'; readonly names: readonly string[] }
  | { readonly of: 'identifier'; readonly kind: Kind }
  | { readonly of: 'list'; readonly each: Shape }
  | { readonly of: 'optional'; readonly value: Shape }
  /** A value of several parts, by the name of its type. */
  | { readonly of: 'record'; readonly name: string }

export interface PropertySchema {
  readonly shape: Shape
  /** An object cannot be inserted without it. */
  readonly required?: boolean
  /** What the property is before anybody has said anything; absent for required ones. */
  readonly initial?: Value
}

/** Everything that can be said of a kind of object. */
export interface KindSchema {
  /** Objects of the kind live in a map, where their id is unique. */
  readonly inMap: boolean
  readonly properties: { readonly [name: string]: PropertySchema }
}

export type RecordValue = { readonly [part: string]: Value }

/** How a value of several parts is checked, and what it points at. */
export interface RecordShape {
  readonly parts: { readonly [part: string]: Shape }
  /** Parts that get this value when they are absent. */
  readonly defaults?: RecordValue
  /** The parts that go together; undefined if these do not. */
  readonly settle?: (value: RecordValue) => RecordValue | undefined
  readonly references?: (value: RecordValue, map: string | undefined) => readonly Ref[]
}

/** The value in its one canonical form; undefined if it is not of the shape. */
export function canonical(shape: Shape, value: Value): Value | undefined {
  switch (shape.of) {
    case 'text':
    case 'order': return typeof value === 'string' ? value : undefined
    case 'number': return typeof value === 'number' && Number.isFinite(value) ? value : undefined
    case 'integer': return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined
    case 'flag': return typeof value === 'boolean' ? value : undefined
    case 'date': return typeof value === 'string' && isDate(value) ? value : undefined
    case 'choice': return typeof value === 'string' && shape.names.includes(value) ? value : undefined
    case 'identifier': return typeof value === 'string' && isWellFormed(value) ? value : undefined
    case 'optional': return value === null ? null : canonical(shape.value, value)
    case 'list': return isList(value) ? canonicalList(shape.each, value) : undefined
    case 'record': return isRecord(value) ? canonicalRecord(shape.name, value) : undefined
  }
}

function canonicalList(each: Shape, values: readonly Value[]): Value | undefined {
  const result: Value[] = []
  for (const value of values) {
    const element = canonical(each, value)
    if (element === undefined) return undefined
    result.push(element)
  }
  return result
}

function canonicalRecord(name: string, value: RecordValue): Value | undefined {
  const shape = records[name]
  if (!shape || Object.keys(value).some((part) => !(part in shape.parts))) return undefined
  const result: { [part: string]: Value } = {}
  for (const [part, partShape] of Object.entries(shape.parts)) {
    const given = value[part] ?? shape.defaults?.[part] ?? null
    const element = canonical(partShape, given)
    if (element === undefined) return undefined
    if (element !== null) result[part] = element
  }
  return shape.settle ? shape.settle(result) : result
}

/** The objects that a value points at. */
export function references(shape: Shape, value: Value, map: string | undefined): readonly Ref[] {
  switch (shape.of) {
    case 'identifier': return typeof value === 'string' ? [referenceTo(shape.kind, value, map)] : []
    case 'optional': return value === null ? [] : references(shape.value, value, map)
    case 'list': return isList(value) ? value.flatMap((element) => references(shape.each, element, map)) : []
    case 'record': return isRecord(value) ? records[shape.name]?.references?.(value, map) ?? [] : []
    default: return []
  }
}

/** A reference from an object of a map, or from one of the workspace. */
export function referenceTo(kind: Kind, id: string, map: string | undefined): Ref {
  return schemas[kind]?.inMap && map !== undefined ? { kind, id, map } : { kind, id }
}

/**
 * The value without references to what is gone; undefined if nothing sensible is left of it.
 *
 * A link to a deleted card is not shown, but it stays in the object, so that it is there again when the card
 * is.
 */
export function without(
  shape: Shape, value: Value, map: string | undefined, isGone: (ref: Ref) => boolean,
): Value | undefined {
  switch (shape.of) {
    case 'optional': return value === null ? null : without(shape.value, value, map, isGone) ?? null
    case 'list': {
      if (!isList(value)) return value
      return value.flatMap((element) => {
        const left = without(shape.each, element, map, isGone)
        return left === undefined ? [] : [left]
      })
    }
    default: return references(shape, value, map).some(isGone) ? undefined : value
  }
}

export const isList = (value: Value): value is readonly Value[] => Array.isArray(value)
export const isRecord = (value: Value): value is RecordValue =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Exactly `yyyy-mm-dd`, and a day that there is. */
function isDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!parts) return false
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  if (year < 1 || month < 1 || month > 12 || day < 1) return false
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return day <= (lengths[month - 1] ?? 0)
}

/** Whether two values are the same, however their parts are ordered. */
export function equal(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true
  if (a === undefined || b === undefined || typeof a !== 'object' || typeof b !== 'object') return false
  if (a === null || b === null) return false
  if (isList(a)) {
    return isList(b) && a.length === b.length && a.every((value, place) => equal(value, b[place]))
  }
  if (isList(b)) return false
  const names = Object.keys(a)
  const [left, right] = [a as RecordValue, b as RecordValue]
  return names.length === Object.keys(b).length && names.every((name) => equal(left[name], right[name]))
}
