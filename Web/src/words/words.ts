import { enCanvas } from './en-canvas'
import { enCore } from './en-core'
import { enLibrary } from './en-library'
import { enPages } from './en-pages'
import { enPanels } from './en-panels'
import { enShell } from './en-shell'

/**
 * A phrase, or its forms by the number in `count` (the forms a language has, as Intl.PluralRules names them).
 */
export type Phrase = string | (Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string })

/** All phrases of the interface in English; each area keeps its own table and is merged here. */
const english = { ...enCore, ...enCanvas, ...enPanels, ...enShell, ...enPages, ...enLibrary }

export type WordKey = keyof typeof english

const rules = new Intl.PluralRules('en')

/**
 * A phrase of the interface with its places filled: `words('save.saving', { count: 3 })`.
 *
 * Places are written `{name}`; a place without a value stays as it is written. All places are filled in one
 * pass, so that a value may itself contain braces.
 */
export function words(key: WordKey, values: Readonly<Record<string, string | number>> = {}): string {
  const phrase: Phrase = english[key]
  const text = typeof phrase === 'string' ? phrase : formOf(phrase, Number(values.count ?? 0))
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name]
    return value === undefined ? place : String(value)
  })
}

function formOf(phrase: Exclude<Phrase, string>, count: number): string {
  return phrase[rules.select(count)] ?? phrase.other
}
