import type { Ref, Value } from '../types'
import { referenceTo, type RecordShape, type RecordValue, type Shape } from './shape'

const text: Shape = { of: 'text' }
const number: Shape = { of: 'number' }
const optional = (value: Shape): Shape => ({ of: 'optional', value })
const choice = (...names: string[]): Shape => ({ of: 'choice', names })

/** The values of several parts, as the server's structured values are: a trait, a feeling, a claim. */
export const records: { readonly [name: string]: RecordShape } = {
  'time frame': {
    parts: {
      minimum: number, maximum: number, unit: choice('minutes', 'hours', 'days', 'weeks', 'months', 'years'),
    },
  },
  feeling: {
    parts: {
      score: number, name: text, emoji: text, persona: optional({ of: 'identifier', kind: 'persona' }),
      branch: optional(choice('well', 'badly')),
    },
    defaults: { name: '', emoji: '' },
    // A feeling of a persona who is gone goes too: without its persona it would become the primary one's.
    references: (value) => refs(value, 'persona', 'persona', undefined),
  },
  parent: {
    parts: { map: { of: 'identifier', kind: 'map' }, step: { of: 'identifier', kind: 'step' } },
    references: (value) => {
      const map = typeof value.map === 'string' ? value.map : undefined
      return [...refs(value, 'map', 'map', undefined), ...refs(value, 'step', 'step', map)]
    },
  },
  number: { parts: { value: number, n: { of: 'integer' }, low: number, high: number } },
  trait: { parts: { name: text, value: text }, defaults: { name: '', value: '' } },
  rule: { parts: { attribute: text, value: text }, defaults: { attribute: '', value: '' } },
  claim: {
    parts: {
      measure: choice(
        'stage-reach', 'stage-loss', 'stage-median-time', 'touchpoint-reach', 'touchpoint-median-time',
        'score'),
      stage: optional({ of: 'identifier', kind: 'stage' }),
      touchpoint: optional({ of: 'identifier', kind: 'touchpoint' }),
      survey: optional(text), question: optional(text),
      relation: choice('at-most', 'at-least'), value: number,
    },
    settle: settleClaim,
    references: claimReferences,
  },
}

/** A claim names what its measure is of, and nothing else. */
function settleClaim(
  { measure, stage, touchpoint, survey, question, ...rest }: RecordValue,
): RecordValue | undefined {
  const isSet = (value: Value | undefined): boolean => value !== undefined
  if (measure === 'score') {
    if (isSet(stage) || isSet(touchpoint) || survey === undefined || question === undefined) return undefined
    return { measure, survey, question, ...rest }
  }
  const isOfStage = typeof measure === 'string' && measure.startsWith('stage-')
  const [named, other] = isOfStage ? [stage, touchpoint] : [touchpoint, stage]
  if (measure === undefined || named === undefined || isSet(other)) return undefined
  return { measure, [isOfStage ? 'stage' : 'touchpoint']: named, ...rest }
}

/** What a claim is about: the stage, the touchpoint or the survey that is measured. */
function claimReferences(value: RecordValue, map: string | undefined): readonly Ref[] {
  return [
    ...refs(value, 'stage', 'stage', map), ...refs(value, 'touchpoint', 'touchpoint', undefined),
    ...refs(value, 'survey', 'survey', undefined),
  ]
}

function refs(
  value: RecordValue, part: string, kind: Ref['kind'], map: string | undefined,
): readonly Ref[] {
  const id = value[part]
  return typeof id === 'string' ? [referenceTo(kind, id, map)] : []
}
