import { test } from 'node:test'
import assert from 'node:assert/strict'
import type { Ref } from '../../src/core/types'
import { bySeverity, fixFor, urgentCount } from '../../src/editor/panels/findings/findings'
import type { Finding } from '../../src/editor/panels/findings/findings'
import { byDay, touching } from '../../src/editor/panels/history/history'
import type { Revision } from '../../src/editor/panels/history/history'
import { linesOf, traitLines, traitsFrom } from '../../src/editor/panels/personas/lists'
import { portraitOf } from '../../src/editor/panels/personas/look'
import { piecesOf, readFindings, readReality, readViews } from '../../src/editor/panels/services/answers'
import { Refreshed } from '../../src/editor/panels/services/refreshed'
import { refusalOf } from '../../src/editor/panels/values/pictures'
import { appliedTo, readSettings, settingsOf, toggledLane } from '../../src/editor/panels/views/settings'
import { withNewest } from '../../src/editor/shell/recent'
import { besideBox, tourSteps } from '../../src/editor/shell/tourSteps'
import { onePerPerson } from '../../src/editor/shell/Presence'

const card = (id: string): Ref => ({ kind: 'card', id, map: 'm' })
const finding = (code: string, severity: Finding['severity'], subject = card('c')): Finding =>
  ({ code, severity, message: code, hint: null, subject, property: null })

test('findings stand by severity, gravest first, and advice is not counted', () => {
  const findings = [finding('a', 'note'), finding('b', 'warning'), finding('c', 'error'),
    finding('d', 'warning')]
  assert.deepEqual(bySeverity(findings).map(group => [group.severity, group.findings.map(each => each.code)]),
    [['error', ['c']], ['warning', ['b', 'd']], ['note', ['a']]])
  assert.equal(urgentCount(findings), 3)
})

test('a finding is mended where one press can', () => {
  assert.deepEqual(fixFor(finding('map.barrier-without-solution', 'warning')),
    { kind: 'addSolution', card: 'c' })
  const stage: Ref = { kind: 'stage', id: 's', map: 'm' }
  assert.deepEqual(fixFor(finding('map.stage-without-goal', 'warning', stage)),
    { kind: 'focus', object: stage, field: 'goal' })
  assert.equal(fixFor(finding('map.link-cycle', 'warning')), null)
})

const revision = (number: number, at: string, edits: Revision['edits']): Revision =>
  ({ number, at: Date.parse(at) * 1_000, author: 'A', intention: `i${number}`, edits })

test('the history of a card holds its own changes and those of its evidence', () => {
  const revisions = [
    revision(3, '2026-01-02T10:00Z', [{ type: 'set', object: card('c'), property: 'text', value: 'x' }]),
    revision(2, '2026-01-02T09:00Z',
      [{ type: 'insert', object: { kind: 'evidence', id: 'e', map: 'm' }, properties: { card: 'c' } }]),
    revision(1, '2026-01-01T09:00Z', [{ type: 'set', object: card('d'), property: 'text', value: 'y' }]),
  ]
  assert.deepEqual(touching(revisions, card('c')).map(each => each.number), [3, 2])
  const days = byDay(revisions, at => at.toISOString().slice(0, 10))
  assert.deepEqual(days.map(day => [day.day, day.entries.length]), [['2026-01-02', 2], ['2026-01-01', 1]])
})

test('saved views leave out what is gone, and never show nothing', () => {
  const settings = readSettings({ lanes: ['a', 'gone'], personas: ['p', 'gone'], zoom: 9 })
  const applied = appliedTo(settings, new Set(['a', 'b']), new Set(['p']))
  assert.deepEqual([...applied.laneFilter ?? []], ['a'])
  assert.deepEqual(applied.personas, ['p'])
  assert.equal(applied.zoom, 2)
  assert.equal(appliedTo(readSettings({ lanes: ['gone'] }), new Set(['a']), new Set()).laneFilter, null)
  assert.deepEqual(readSettings('nonsense'), { lanes: null, personas: [], zoom: 1 })
  assert.deepEqual(settingsOf({ laneFilter: new Set(['a']), personas: ['p'], zoom: 1 }),
    { lanes: ['a'], personas: ['p'], zoom: 1 })
})

test('showing every lane is no filter', () => {
  const all = ['a', 'b', 'c']
  const one = toggledLane(null, 'b', all)
  assert.deepEqual([...one ?? []], ['a', 'c'])
  assert.equal(toggledLane(one, 'b', all), null)
})

test('lists are typed line by line, traits with a colon', () => {
  assert.deepEqual(linesOf('- one\n\n• two\n one \ntwo-fold'), ['one', 'two', 'two-fold'])
  assert.deepEqual(traitsFrom('Age: 34\nMother'),
    [{ name: 'Age', value: '34' }, { name: '', value: 'Mother' }])
  assert.equal(traitLines([{ name: 'Age', value: '34' }, { name: '', value: 'Mother' }]), 'Age: 34\nMother')
})

test('a portrait is always the same for the same persona', () => {
  assert.deepEqual(portraitOf('olena'), portraitOf('olena'))
  const looks = new Set(Array.from({ length: 200 }, (_, index) => JSON.stringify(portraitOf(`persona-${index}`))))
  assert.ok(looks.size > 100)
})

test('answers of another shape lose what is missing instead of breaking', () => {
  assert.deepEqual(readFindings({ findings: [{ code: 'x', severity: 'grave', message: 'm',
    subject: { kind: 'card', id: 'c', map: 'm' } }, 5] }),
    [{ code: 'x', severity: 'note', message: 'm', hint: null, subject: card('c'), property: null }])
  assert.deepEqual(readViews(null), [])
  const reality = readReality({
    stages: { s: [{ label: 'Reach', value: '41 %', n: 12, low: 0.4, definition: 'd' }], t: { rows: [] } },
    cards: { c: { status: 'supported', summary: 'yes' }, d: { status: 'unheard-of' } },
    evidenced: { with: 1, of: 2 },
  })
  assert.deepEqual([...reality.stages.keys()], ['s'])
  assert.deepEqual(reality.stages.get('s')?.[0],
    { label: 'Reach', value: '41 %', n: 12, low: '0.4', high: null, definition: 'd' })
  assert.deepEqual([...reality.cards.keys()], ['c'])
  assert.deepEqual(reality.evidenced, { with: 1, of: 2 })
})

test('a snippet is cut at its marks and stays text', () => {
  assert.deepEqual(piecesOf('a \u0002<b>\u0003 c'),
    [{ text: 'a ', isHit: false }, { text: '<b>', isHit: true }, { text: ' c', isHit: false }])
})

test('what is asked for while an answer is on its way is asked once more afterwards', async () => {
  const answers: ((value: number) => void)[] = []
  const source = new Refreshed<number>(() => new Promise(resolve => { answers.push(resolve) }))
  const first = source.refresh()
  void source.refresh()
  void source.refresh()
  assert.equal(answers.length, 1)
  answers[0]?.(1)
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve()
  assert.equal(answers.length, 2)
  answers[1]?.(2)
  await first
  assert.deepEqual(source.state, { content: 2, isLoading: false, problem: null })
})

test('what was there stays when a newer answer fails', async () => {
  let isDown = false
  const source = new Refreshed<number>(async () => { if (isDown) throw new Error('down'); return 1 })
  await source.refresh()
  isDown = true
  await source.refresh()
  assert.deepEqual(source.state, { content: 1, isLoading: false, problem: 'down' })
})

test('pictures are told by their bytes; an SVG is refused whatever it is called', async () => {
  const png = new Blob([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10])], { type: 'text/plain' })
  assert.equal(await refusalOf(png), null)
  assert.equal(await refusalOf(new Blob(['RIFF\u0000\u0000\u0000\u0000WEBPVP8 '])), null)
  assert.equal(await refusalOf(new Blob(['<?xml version="1.0"?><svg onload="x()">'], { type: 'image/png' })),
    'svg')
  assert.equal(await refusalOf(new Blob(['hello'])), 'notAPicture')
  assert.equal(await refusalOf(new Blob([])), 'empty')
})

test('a person with several tabs is shown once, with what they have in hand', () => {
  const people = onePerPerson([
    { client: '1', person: 'a', name: 'A' }, { client: '2', person: 'a', name: 'A', object: card('c') },
      { client: '3', person: 'b', name: 'B' },
  ])
  assert.deepEqual(people.map(each => each.client), ['2', '3'])
})

test('the newest command comes first and none twice', () => {
  assert.deepEqual(withNewest(['a', 'b', 'c'], 'b'), ['b', 'a', 'c'])
  assert.equal(withNewest(['1', '2', '3', '4', '5', '6'], '7').length, 6)
})

test('the tour’s card lies inside the window wherever its anchor is', () => {
  assert.equal(tourSteps.length, 5)
  const window = { width: 390, height: 844 }
  const card = { width: 360, height: 200 }
  for (const box of [null, { left: 380, top: 0, width: 30, height: 30 },
    { left: 0, top: 800, width: 390, height: 44 }, { left: 0, top: 0, width: 390, height: 844 }]) {
    const { left, top } = besideBox(box, card, window)
    assert.ok(left >= 12 && left + card.width <= 390 - 12 && top >= 12 && top + card.height <= 844 - 12,
      JSON.stringify({ left, top }))
  }
})
