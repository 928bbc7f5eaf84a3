import type { Value } from '../../../core/types'
import { readNumber, showNumber } from './numbers'
import { parts } from './reading'

export const timeUnits = ['minutes', 'hours', 'days', 'weeks', 'months', 'years'] as const
export type TimeUnit = (typeof timeUnits)[number]

/** How long a stage is planned to take, as typed. */
export interface TimeFrameForm {
  readonly minimum: string
  readonly maximum: string
  readonly unit: TimeUnit
}

export type TimeFrameProblem = 'notANumber' | 'negative' | 'inverted'

const isUnit = (value: Value | undefined): value is TimeUnit => timeUnits.some(unit => unit === value)

export function timeFrameForm(value: Value | undefined): TimeFrameForm {
  const read = parts(value)
  const number = (part: Value | undefined): string => typeof part === 'number' ? showNumber(part) : ''
  const unit = read?.['unit']
  return { minimum: number(read?.['minimum']), maximum: number(read?.['maximum']), unit: isUnit(unit)
    ? unit : 'days' }
}

/** The value of the form: null when both places are empty; one typed number stands for both ends. */
export function timeFrameValue(form: TimeFrameForm): { readonly value: Value } | { readonly problem: TimeFrameProblem } {
  const low = readNumber(form.minimum)
  const high = readNumber(form.maximum)
  if (low.kind === 'wrong' || high.kind === 'wrong') return { problem: 'notANumber' }
  if (low.kind === 'empty' && high.kind === 'empty') return { value: null }
  const minimum = low.kind === 'number' ? low.value : 0
  const maximum = high.kind === 'number' ? high.value : minimum
  if (minimum < 0 || maximum < 0) return { problem: 'negative' }
  if (maximum < minimum) return { problem: 'inverted' }
  return { value: { minimum, maximum, unit: form.unit } }
}
