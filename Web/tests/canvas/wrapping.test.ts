import { test } from 'node:test'
import assert from 'node:assert/strict'
import { numbers } from '../harness/generatedMap'
import { plainRuler } from './maps'

test('words that fit stay on a line, the next one begins another', () => {
  assert.deepEqual(plainRuler().wrap('one two three', 'f', 7 * 7), ['one two', 'three'])
})

test('a word wider than the line is cut between signs, not inside one', () => {
  assert.deepEqual(plainRuler().wrap('ab👩‍🚀cdefgh', 'f', 21).join(''), 'ab👩‍🚀cdefgh')
  assert.deepEqual(plainRuler().wrap('abcdefg', 'f', 21), ['abc', 'def', 'g'])
})

test('line breaks are kept and an empty text has one line', () => {
  assert.deepEqual(plainRuler().wrap('a\n\nb', 'f', 70), ['a', '', 'b'])
  assert.deepEqual(plainRuler().wrap('', 'f', 70), [''])
})

test('no line is wider than its room and no word is lost, whatever the text', () => {
  const next = numbers(7)
  for (let round = 0; round < 500; round += 1) {
    const words = Array.from(
      { length: Math.floor(next() * 12) },
      () => 'x'.repeat(1 + Math.floor(next() * 14)),
    )
    const room = 21 + Math.floor(next() * 140)
    const lines = plainRuler().wrap(words.join(' '), 'f', room)
    for (const line of lines) assert([...line].length * 7 <= room, `${line} in ${room}`)
    assert.equal(lines.join('').replace(/ /g, ''), words.join(''))
  }
})

test('a cut text ends with an ellipsis and fits', () => {
  assert.equal(plainRuler().cut('abcdefgh', 'f', 35), 'abcd…')
  assert.equal(plainRuler().cut('abc', 'f', 35), 'abc')
})
