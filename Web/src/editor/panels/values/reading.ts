import type { Item, Value } from '../../../core/types'

/** A text property; what is not set or not a text reads as empty. */
export function textOf(item: Item | undefined, property: string): string {
  const value = item?.values[property]
  return typeof value === 'string' ? value : ''
}

/** A number property; null when it is not set. */
export function numberOf(item: Item | undefined, property: string): number | null {
  const value = item?.values[property]
  return typeof value === 'number' ? value : null
}

/** A property that is one text or not set; an empty text is a value of its own. */
export function optionalText(item: Item | undefined, property: string): string | null {
  const value = item?.values[property]
  return typeof value === 'string' ? value : null
}

/** A property that is a list of texts (names, ids). */
export function textsOf(item: Item | undefined, property: string): readonly string[] {
  return texts(item?.values[property])
}

export function texts(value: Value | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : []
}

export type Parts = { readonly [part: string]: Value }

/** A property of several parts; null when it is not set. */
export function partsOf(item: Item | undefined, property: string): Parts | null {
  return parts(item?.values[property])
}

export function parts(value: Value | undefined): Parts | null {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? value as Parts : null
}

/** A list of records, such as the traits of a persona. */
export function recordsOf(item: Item | undefined, property: string): readonly Parts[] {
  const value = item?.values[property]
  return Array.isArray(value)
    ? value.map(each => parts(each)).filter((each): each is Parts => each !== null) : []
}

/** Whether two values are the same; the order of the parts of a record says nothing. */
export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((each, index) => sameValue(each, b[index]))
  }
  const left = parts(a)
  const right = parts(b)
  if (left === null || right === null) return false
  const names = Object.keys(left)
  return names.length === Object.keys(right).length && names.every(name => sameValue(left[name], right[name]))
}
