import { test } from 'node:test'
import assert from 'node:assert/strict'
import { fuzzyMatch, ranked } from '../../src/editor/shell/fuzzy'

const titles = [
  'Add a stage after this one', 'Delete the card', 'Show or hide details', 'Present stage by stage',
    'Fit the map', 'Redo', 'Share by link',
]
const found = (query: string): readonly string[] => ranked(query, titles,
  title => ({ title })).map(match => match.thing)

test('a query finds the beginning of a title before a word in its middle', () => {
  assert.deepEqual(ranked('sta', ['Present stage', 'Stage'], title => ({ title })).map(match => match.thing),
    ['Stage', 'Present stage'])
})

test('initials find a command', () => {
  assert.deepEqual(found('asat'), ['Add a stage after this one'])
})

test('letters strewn through the middle of words find nothing', () => {
  assert.equal(fuzzyMatch('re', 'Show or hide details'), null)
  assert.equal(fuzzyMatch('tet', 'Delete the card'), null)
})

test('words of a query may stand in any order', () => {
  assert.deepEqual(found('stage present'), ['Present stage by stage'])
})

test('case and accents do not matter, and places are those of the original', () => {
  assert.deepEqual(fuzzyMatch('cafe', 'Le CAFÉ')?.places, [3, 4, 5, 6])
  assert.deepEqual(fuzzyMatch('їжа', 'Смачна ЇЖА')?.places, [7, 8, 9])
})

test('an empty query keeps everything in order', () => {
  assert.deepEqual(found('  '), titles)
})

test('of equal fits the shorter title comes first', () => {
  assert.deepEqual(ranked('card', ['Card of the month', 'Card'],
    title => ({ title })).map(match => match.thing), ['Card', 'Card of the month'])
})

test('an alias finds a thing, behind those whose title fits', () => {
  const things = [{ title: 'Present', alias: 'full screen' }, { title: 'Full screen', alias: '' }]
  assert.deepEqual(ranked('full', things, thing => thing).map(match => match.thing.title),
    ['Full screen', 'Present'])
})
