import { factsOf } from '../model/kinds'
import type { Shape } from '../model/shape'
import { keyOf, type Edit } from '../types'
import type { Pending, Typing } from './pending'

const pause = 600
/** However long somebody types: now and then the others see it. */
const longest = 5_000

/** Where somebody types, if these edits are a key press in a text. */
export function typingPlace(edits: readonly Edit[], now: number): Typing | null {
  const [edit] = edits
  if (edits.length !== 1 || edit?.type !== 'set' || typeof edit.value !== 'string') return null
  const shape = factsOf(edit.object.kind)?.properties[edit.property]?.shape
  return isText(shape) ? { place: `${keyOf(edit.object)} ${edit.property}`, began: now, last: now } : null
}

/**
 * Whether these edits are the next key press in the text that a batch is about, and it can still take it in.
 */
export function mayGoOn({ typing, isFrozen }: Pending, edits: readonly Edit[], now: number): boolean {
  if (!typing || isFrozen || now - typing.last > pause || now - typing.began > longest) return false
  return typingPlace(edits, now)?.place === typing.place
}

function isText(shape: Shape | undefined): boolean {
  return shape?.of === 'text' || (shape?.of === 'optional' && isText(shape.value))
}
