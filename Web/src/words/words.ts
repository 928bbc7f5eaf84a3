import { canvasWords } from './en-canvas'

/** Every string of the interface, by key; `{name}` marks a place for a value. */
const english = { ...canvasWords } as const

export type WordKey = keyof typeof english

/** A string of the interface with its values put in. `one|many` texts choose by the value `count`. */
export function words(key: WordKey, values: Readonly<Record<string, string | number>> = {}): string {
  const text: string = english[key]
  const forms = text.split('|')
  const form = forms.length > 1 && values['count'] !== 1 ? forms[1] : forms[0]
  return (form ?? text).replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))
}
