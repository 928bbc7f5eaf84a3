import type { Value } from '../../../core/types'
import type { Parts } from '../values/reading'

/** One point per line; empty lines and marks of lists at their beginning are left out, doubles too. */
export function linesOf(text: string): readonly string[] {
  const lines = text.split('\n').map(line => line.replace(/^\s*[-•*–]\s+/,
    '').trim()).filter(line => line !== '')
  return [...new Set(lines)]
}

/** The traits of a portrait as lines: `Age: 34`. */
export function traitLines(traits: readonly Parts[]): string {
  return traits.map(({ name, value }) => {
    const shownName = typeof name === 'string' ? name : ''
    const shownValue = typeof value === 'string' ? value : ''
    return shownName === '' ? shownValue : `${shownName}: ${shownValue}`
  }).join('\n')
}

/** Lines read as traits; what stands before the first colon is the name. */
export function traitsFrom(text: string): Value {
  return linesOf(text).map(line => {
    const colon = line.indexOf(':')
    if (colon < 0) return { name: '', value: line }
    return { name: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() }
  })
}
