import type { Value } from '../../../core/types'
import { readNumber, showNumber } from './numbers'
import { parts } from './reading'

export const measures = [
  'stage-reach', 'stage-loss', 'stage-median-time', 'touchpoint-reach', 'touchpoint-median-time', 'score',
] as const
export type Measure = (typeof measures)[number]
export type Relation = 'at-least' | 'at-most'

/** What is measured about: a stage, a touchpoint, or a question of a survey. */
export type MeasureSubject = 'stage' | 'touchpoint' | 'survey'
export type ClaimUnit = 'share' | 'time' | 'score'

/** Times are typed in a unit of the person's choice and stored in seconds. */
export const claimTimeUnits = { minutes: 60, hours: 3_600, days: 86_400, weeks: 604_800 } as const
export type ClaimTimeUnit = keyof typeof claimTimeUnits

/** A claim as typed: shares in per cent, times in `timeUnit`, scores as they are. */
export interface ClaimForm {
  readonly measure: Measure
  readonly stage: string
  readonly touchpoint: string
  readonly survey: string
  readonly question: string
  readonly relation: Relation
  readonly value: string
  readonly timeUnit: ClaimTimeUnit
}

export type ClaimProblem = 'subjectMissing' | 'valueMissing' | 'notANumber' | 'notAShare' | 'negative'

export function subjectOf(measure: Measure): MeasureSubject {
  if (measure === 'score') return 'survey'
  return measure.startsWith('stage-') ? 'stage' : 'touchpoint'
}

export function unitOf(measure: Measure): ClaimUnit {
  if (measure === 'score') return 'score'
  return measure.endsWith('-time') ? 'time' : 'share'
}

export function claimForm(value: Value | undefined, blank: Partial<ClaimForm> = {}): ClaimForm {
  const read = parts(value)
  const text = (name: string): string => {
    const part = read?.[name]
    return typeof part === 'string' ? part : ''
  }
  const measure = measures.find(name => name === read?.['measure']) ?? blank.measure ?? 'stage-loss'
  const stored = typeof read?.['value'] === 'number' ? read['value'] : null
  const timeUnit = stored !== null && unitOf(measure) === 'time' ? fittingUnit(stored) : blank.timeUnit
    ?? 'days'
  return {
    measure,
    stage: read === null ? blank.stage ?? '' : text('stage'),
    touchpoint: read === null ? blank.touchpoint ?? '' : text('touchpoint'),
    survey: text('survey'),
    question: text('question'),
    relation: read?.['relation'] === 'at-most' ? 'at-most' : 'at-least',
    value: stored === null ? '' : showNumber(inFormUnit(stored, measure, timeUnit)),
    timeUnit,
  }
}

/** The claim as the server takes it: the subject of its measure and no other, the value in the measure's own unit. */
export function claimValue(form: ClaimForm): { readonly value: Value } | { readonly problem: ClaimProblem } {
  const typed = readNumber(form.value)
  if (typed.kind === 'wrong') return { problem: 'notANumber' }
  if (typed.kind === 'empty') return { problem: 'valueMissing' }
  const subject = subjectValues(form)
  if (subject === null) return { problem: 'subjectMissing' }
  const unit = unitOf(form.measure)
  if (unit === 'share' && (typed.value < 0 || typed.value > 100)) return { problem: 'notAShare' }
  if (unit === 'time' && typed.value < 0) return { problem: 'negative' }
  return {
    value: { measure: form.measure, ...subject, relation: form.relation,
      value: inStoredUnit(typed.value, form) },
  }
}

function subjectValues(form: ClaimForm): Record<string, Value> | null {
  switch (subjectOf(form.measure)) {
    case 'stage': return form.stage === '' ? null : { stage: form.stage }
    case 'touchpoint': return form.touchpoint === '' ? null : { touchpoint: form.touchpoint }
    case 'survey':
      if (form.survey.trim() === '' || form.question.trim() === '') return null
      return { survey: form.survey.trim(), question: form.question.trim() }
  }
}

/** A value in the measure's own unit, as a form shows it. */
export function inFormUnit(stored: number, measure: Measure, timeUnit: ClaimTimeUnit): number {
  switch (unitOf(measure)) {
    case 'share': return round(stored * 100)
    case 'time': return round(stored / claimTimeUnits[timeUnit])
    case 'score': return stored
  }
}

/** A typed value in the measure's own unit: shares 0…1, times in seconds. */
export function inStoredUnit(typed: number, form: Pick<ClaimForm, 'measure' | 'timeUnit'>): number {
  switch (unitOf(form.measure)) {
    case 'share': return round(typed / 100)
    case 'time': return round(typed * claimTimeUnits[form.timeUnit])
    case 'score': return typed
  }
}

/** The largest unit in which a time is at least one and short to write. */
function fittingUnit(seconds: number): ClaimTimeUnit {
  const names = ['weeks', 'days', 'hours'] as const
  return names.find(name => seconds >= claimTimeUnits[name] && (seconds * 10) % claimTimeUnits[name] === 0)
    ?? 'minutes'
}

/** Takes off the dust of binary fractions, so that 30 % is 0.3. */
const round = (value: number): number => Number(value.toPrecision(12))
