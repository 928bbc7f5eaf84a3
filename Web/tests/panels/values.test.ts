import { test } from 'node:test'
import assert from 'node:assert/strict'
import { schemas } from '../../src/core/model/schema'
import { canonical } from '../../src/core/model/shape'
import type { Item, Value, Values } from '../../src/core/types'
import { claimForm, claimValue, measures } from '../../src/editor/panels/values/claim'
import type { ClaimForm } from '../../src/editor/panels/values/claim'
import { emotionFrom, emotionValue, emojiFor, feelings } from '../../src/editor/panels/values/emotion'
import { blankEvidence, changedValues, evidenceForm, evidenceValues, isDate, wilson } from '../../src/editor/panels/values/evidence'
import type { EvidenceForm } from '../../src/editor/panels/values/evidence'
import { readNumber, signed } from '../../src/editor/panels/values/numbers'
import { sameValue } from '../../src/editor/panels/values/reading'
import { timeFrameForm, timeFrameValue, timeUnits } from '../../src/editor/panels/values/timeFrame'

/** The value as the server would store it; fails if the server would refuse it. */
function accepted(kind: string, property: string, value: Value): Value {
  const schema = schemas[kind]?.properties[property]
  assert.ok(schema, `${kind} has the property ${property}`)
  const stored = canonical(schema.shape, value)
  assert.notEqual(stored, undefined, `the server takes ${JSON.stringify(value)} as ${property}`)
  return stored as Value
}

const evidenceItem = (values: Values): Item => ({ ref: { kind: 'evidence', id: 'e', map: 'm' }, values,
  deleted: false })

test('numbers are read with comma or point, and nothing else is taken for one', () => {
  assert.deepEqual(readNumber(' 1 234,5 '), { kind: 'number', value: 1234.5 })
  assert.deepEqual(readNumber('−2'), { kind: 'number', value: -2 })
  assert.deepEqual(readNumber(''), { kind: 'empty' })
  for (const text of ['1e5', '0x10', 'Infinity', '1.2.3', 'two', '--1',
    '.']) assert.equal(readNumber(text).kind, 'wrong', text)
})

test('scores carry their sign', () => {
  assert.deepEqual([-2.5, 0, 3].map(signed), ['−2.5', '0', '+3'])
})

test('feelings are written as the server stores them, and read back the same', () => {
  for (const feeling of feelings) {
    for (const [persona, branch] of [[null, null], ['olena', 'well'], [null, 'badly']] as const) {
      const emotion = { score: feeling.score, name: feeling.key, emoji: feeling.emoji, persona, branch }
      const value = emotionValue(emotion)
      assert.ok(sameValue(accepted('card', 'emotion', value), value))
      assert.deepEqual(emotionFrom(value), emotion)
    }
  }
  assert.equal(emotionFrom({ name: 'no score' }), null)
  assert.deepEqual([-3, 0, 3].map(emojiFor), ['😡', '😐', '🤩'])
})

test('every measure makes a claim that the server stores as it is', () => {
  for (const measure of measures) {
    for (const relation of ['at-least', 'at-most'] as const) {
      const form: ClaimForm = {
        measure, relation, stage: 'buy', touchpoint: 'checkout', survey: 'nps', question: 'q1', value: '30',
        timeUnit: 'hours',
      }
      const outcome = claimValue(form)
      assert.ok('value' in outcome)
      assert.ok(sameValue(accepted('card', 'claim', outcome.value), outcome.value), measure)
      const again = claimForm(outcome.value)
      assert.equal(again.value, '30', measure)
      assert.deepEqual(claimValue(again), outcome)
    }
  }
})

test('claims hold shares as 0…1 and times in seconds', () => {
  const form = claimForm(null, { stage: 'buy' })
  const share = claimValue({ ...form, value: '29' })
  assert.deepEqual(share,
    { value: { measure: 'stage-loss', stage: 'buy', relation: 'at-least', value: 0.29 } })
  const time = claimValue({ ...form, measure: 'stage-median-time', value: '1,5', timeUnit: 'hours' })
  assert.deepEqual(time,
    { value: { measure: 'stage-median-time', stage: 'buy', relation: 'at-least', value: 5_400 } })
  assert.deepEqual(claimForm({ measure: 'stage-median-time', stage: 'buy', relation: 'at-most',
    value: 5_400 }).timeUnit, 'hours')
})

test('a claim that is not whole says what is missing', () => {
  const form = claimForm(null, { stage: 'buy' })
  assert.deepEqual(claimValue(form), { problem: 'valueMissing' })
  assert.deepEqual(claimValue({ ...form, value: 'x' }), { problem: 'notANumber' })
  assert.deepEqual(claimValue({ ...form, value: '101' }), { problem: 'notAShare' })
  assert.deepEqual(claimValue({ ...form, stage: '', value: '5' }), { problem: 'subjectMissing' })
  assert.deepEqual(claimValue({ ...form, measure: 'score', value: '5' }), { problem: 'subjectMissing' })
  assert.deepEqual(claimValue({ ...form, measure: 'stage-median-time', value: '-5' }),
    { problem: 'negative' })
})

test('time frames: one number stands for both ends, none for nothing', () => {
  assert.deepEqual(timeFrameValue({ minimum: '', maximum: ' ', unit: 'days' }), { value: null })
  assert.deepEqual(timeFrameValue({ minimum: '2', maximum: '', unit: 'weeks' }),
    { value: { minimum: 2, maximum: 2, unit: 'weeks' } })
  assert.deepEqual(timeFrameValue({ minimum: '', maximum: '3', unit: 'weeks' }),
    { value: { minimum: 0, maximum: 3, unit: 'weeks' } })
  assert.deepEqual(timeFrameValue({ minimum: '3', maximum: '2', unit: 'days' }), { problem: 'inverted' })
  assert.deepEqual(timeFrameValue({ minimum: '-1', maximum: '2', unit: 'days' }), { problem: 'negative' })
  assert.deepEqual(timeFrameValue({ minimum: 'soon', maximum: '2', unit: 'days' }), { problem: 'notANumber' })
  for (const unit of timeUnits) {
    const value = { minimum: 1.5, maximum: 3, unit }
    assert.ok(sameValue(accepted('stage', 'timeFrame', value), value))
    assert.deepEqual(timeFrameValue(timeFrameForm(value)), { value })
  }
})

test('evidence goes through its form unchanged, in every unit', () => {
  const values: Values = {
    kind: 'event', verdict: 'contradicts', source: 'Funnel', note: 'n', date: '2026-02-28',
    link: 'https://example.org/a',
    reading: { value: 0.36, n: 1840, low: 0.338, high: 0.382 },
  }
  const item = evidenceItem(values)
  for (const unit of [null, { measure: 'stage-loss', timeUnit: 'days' },
    { measure: 'score', timeUnit: 'days' }] as const) {
    const outcome = evidenceValues(evidenceForm(item, unit), unit)
    assert.ok('values' in outcome)
    assert.deepEqual(changedValues(item, outcome.values), {})
    for (const [property, value] of Object.entries(outcome.values)) assert.ok(sameValue(accepted('evidence',
      property, value), value), property)
  }
})

test('a share without an interval gets Wilson’s, as the definitions compute it', () => {
  // definitions.md: 164/200 → [76.088525, 86.705374] %, 10/10 → [72.246720, 100], 0/10 → [0, 27.753280].
  for (const [share, n, low, high] of [[0.82, 200, 0.76088525, 0.86705374], [1, 10, 0.7224672, 1],
    [0, 10, 0, 0.2775328]] as const) {
    const interval = wilson(share, n)
    assert.ok(Math.abs(interval.low - low) < 1e-7 && Math.abs(interval.high - high) < 1e-7,
      JSON.stringify(interval))
  }
  const form: EvidenceForm = { ...blankEvidence, value: '82', n: '200' }
  const outcome = evidenceValues(form, { measure: 'stage-reach', timeUnit: 'days' })
  assert.ok('values' in outcome)
  accepted('evidence', 'reading', outcome.values['reading'] ?? null)
})

test('a number that is no share needs both ends of its interval', () => {
  const form: EvidenceForm = { ...blankEvidence, value: '7.2', n: '40' }
  assert.deepEqual(evidenceValues(form, null), { problem: 'interval' })
  assert.deepEqual(evidenceValues({ ...form, low: '6' }, null), { problem: 'interval' })
  assert.deepEqual(evidenceValues({ ...form, low: '8', high: '9' }, null), { problem: 'intervalOrder' })
  assert.ok('values' in evidenceValues({ ...form, low: '6', high: '8' }, null))
})

test('evidence is refused with the field that is wrong', () => {
  assert.deepEqual(evidenceValues({ ...blankEvidence, date: '2026-02-30' }, null), { problem: 'date' })
  assert.deepEqual(evidenceValues({ ...blankEvidence, link: 'javascript:alert(1)' }, null),
    { problem: 'link' })
  assert.deepEqual(evidenceValues({ ...blankEvidence, value: 'many', n: '3' }, null),
    { problem: 'readingNumber' })
  assert.deepEqual(evidenceValues({ ...blankEvidence, value: '3', n: '2.5', low: '1', high: '4' }, null),
    { problem: 'sample' })
  assert.deepEqual(evidenceValues({ ...blankEvidence, n: '30' }, null), { problem: 'readingNumber' })
})

test('days exist or they do not', () => {
  for (const day of ['2024-02-29', '2026-12-31']) assert.ok(isDate(day), day)
  for (const day of ['2026-02-29', '2026-13-01', '2026-1-1', '0000-01-01', '']) assert.ok(!isDate(day), day)
})
