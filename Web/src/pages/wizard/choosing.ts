import type { Choice } from './draft'

/** Something that can be picked. */
export interface Known { readonly id: string; readonly name: string }

const plain = (text: string): string => text.trim().replace(/\s+/g, ' ').toLocaleLowerCase()

/**
 * What a typed text means: something known, if the names are the same but for capitals and spaces; else
 * something new.
 */
export function choiceOfText(text: string, known: readonly Known[]): Choice {
  const wanted = plain(text)
  const same = wanted === '' ? undefined : known.find(each => plain(each.name) === wanted)
  return { id: same?.id ?? null, name: text }
}

/**
 * What is offered for a typed text: names that begin with it, then names that contain it. All while nothing
 * is typed.
 */
export function offered(text: string, known: readonly Known[], isChosen: boolean): readonly Known[] {
  const wanted = plain(text)
  if (wanted === '' || isChosen) return known.slice(0, 8)
  const matching = known.filter(each => plain(each.name).includes(wanted))
  const starts = (each: Known): number => (plain(each.name).startsWith(wanted) ? 0 : 1)
  return [...matching].sort((a, b) => starts(a) - starts(b)).slice(0, 8)
}
