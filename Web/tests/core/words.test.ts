import { test } from 'node:test'
import assert from 'node:assert/strict'
import { words } from '../../src/words/words'

test('a phrase takes its form by the count, and its places are filled', () => {
  assert.equal(words('save.offline', { count: 1 }), 'Offline, 1 change waits')
  assert.equal(words('save.offline', { count: 3 }), 'Offline, 3 changes wait')
})

test('a value may contain braces, and a place without a value stays', () => {
  const text = words('save.refused', { intention: '{reason}' })
  assert.equal(text, '“{reason}” was not saved: {reason}')
})
