import type { Item, Value, Values } from '../../../core/types'
import { inFormUnit, inStoredUnit, unitOf } from './claim'
import type { ClaimTimeUnit, Measure } from './claim'
import { readNumber, showNumber } from './numbers'
import { partsOf, sameValue, textOf } from './reading'

export const evidenceKinds = [
  'interview', 'survey', 'event', 'web-analytics', 'search-query', 'call-note', 'sales-note', 'observation',
  'market-research',
] as const
export type EvidenceKind = (typeof evidenceKinds)[number]
export type Verdict = 'supports' | 'contradicts'

/** The unit in which readings are typed: that of the card's claim; plain numbers without one. */
export interface ReadingUnit { readonly measure: Measure; readonly timeUnit: ClaimTimeUnit }

/** One piece of evidence as typed. */
export interface EvidenceForm {
  readonly kind: EvidenceKind
  readonly verdict: Verdict
  readonly source: string
  readonly note: string
  /** `2026-03-09`, or empty. */
  readonly date: string
  readonly link: string
  readonly value: string
  readonly n: string
  readonly low: string
  readonly high: string
}

export type EvidenceProblem = 'date' | 'link' | 'readingNumber' | 'sample' | 'interval' | 'intervalOrder'

export const blankEvidence: EvidenceForm = {
  kind: 'interview', verdict: 'supports', source: '', note: '', date: '', link: '', value: '', n: '', low: '',
  high: '',
}

/** Voices: who or what is the source is a participant; one participant is one voice, however often quoted. */
export const isVoice = (kind: EvidenceKind): boolean =>
  kind === 'interview' || kind === 'call-note' || kind === 'sales-note'

export function evidenceForm(item: Item, unit: ReadingUnit | null): EvidenceForm {
  const reading = partsOf(item, 'reading')
  const shown = (name: string): string => {
    const number = reading?.[name]
    if (typeof number !== 'number') return ''
    return showNumber(unit === null || name === 'n'
      ? number : inFormUnit(number, unit.measure, unit.timeUnit))
  }
  return {
    kind: evidenceKinds.find(kind => kind === item.values['kind']) ?? 'observation',
    verdict: item.values['verdict'] === 'contradicts' ? 'contradicts' : 'supports',
    source: textOf(item, 'source'), note: textOf(item, 'note'), date: textOf(item, 'date'),
    link: textOf(item, 'link'),
    value: shown('value'), n: shown('n'), low: shown('low'), high: shown('high'),
  }
}

/** The properties of the form, as the server takes them. */
export function evidenceValues(
  form: EvidenceForm, unit: ReadingUnit | null,
): { readonly values: Values } | { readonly problem: EvidenceProblem } {
  if (form.date !== '' && !isDate(form.date)) return { problem: 'date' }
  const link = form.link.trim()
  if (link !== '' && !isWebAddress(link)) return { problem: 'link' }
  const reading = readingValue(form, unit)
  if ('problem' in reading) return reading
  return {
    values: {
      kind: form.kind, verdict: form.verdict, source: form.source.trim(), note: form.note.trim(),
      date: form.date === '' ? null : form.date, reading: reading.value, link: link === '' ? null : link,
    },
  }
}

/** What a changed form changes: only the properties that differ. */
export function changedValues(item: Item, values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => !sameValue(item.values[name]
    ?? null, value)))
}

/**
 * A reading needs its sample and both ends of its interval. For a share they follow from the sample (Wilson, 95 %)
 * when nobody has typed them; for other measures they cannot be known from the value.
 */
function readingValue(
  form: EvidenceForm, unit: ReadingUnit | null,
): { readonly value: Value } | { readonly problem: EvidenceProblem } {
  const typed = [form.value, form.n, form.low, form.high].map(readNumber)
  const [value, n, low, high] = typed
  if (typed.every(each => each.kind === 'empty')) return { value: null }
  if (typed.some(each => each.kind === 'wrong')
    || value?.kind !== 'number') return { problem: 'readingNumber' }
  if (n?.kind !== 'number' || !Number.isInteger(n.value) || n.value < 1) return { problem: 'sample' }
  const stored = (number: number): number => unit === null ? number : inStoredUnit(number, unit)
  const centre = stored(value.value)
  if (low?.kind === 'number' && high?.kind === 'number') {
    const ends = { low: stored(low.value), high: stored(high.value) }
    if (ends.low > centre || ends.high < centre) return { problem: 'intervalOrder' }
    return { value: { value: centre, n: n.value, ...ends } }
  }
  const isOpen = low?.kind === 'empty' && high?.kind === 'empty'
  if (!isOpen || unit === null || unitOf(unit.measure) !== 'share' || centre < 0 || centre > 1) {
    return { problem: 'interval' }
  }
  return { value: { value: centre, n: n.value, ...wilson(centre, n.value) } }
}

/** The 95 % interval of a share (Wilson's score interval). */
export function wilson(share: number, n: number): { readonly low: number; readonly high: number } {
  const z = 1.959963984540054
  const centre = (share + z * z / (2 * n)) / (1 + z * z / n)
  const half = z / (1 + z * z / n) * Math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
  return { low: Math.max(0, round(centre - half)), high: Math.min(1, round(centre + half)) }
}

const round = (value: number): number => Number(value.toFixed(8))

/** A day that exists, written 2026-03-09. */
export function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (match === null) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const date = new Date(Date.UTC(year, month - 1, day))
  return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** Only addresses of the web are links that can be followed. */
export function isWebAddress(text: string): boolean {
  try {
    return ['https:', 'http:'].includes(new URL(text).protocol)
  } catch {
    return false
  }
}
