import { test } from 'node:test'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { apply } from '../../src/core/model/apply'
import type { Inverse, LeftAlone, Outcome } from '../../src/core/model/inverse'
import { newId } from '../../src/core/model/identifier'
import { between, compareKeys, first, severalBetween } from '../../src/core/model/order-key'
import { undo } from '../../src/core/model/undo'
import { itemOf, type WireObject } from '../../src/core/model/wire'
import { WorkspaceState } from '../../src/core/model/workspace-state'
import { keyOf, type Edit } from '../../src/core/types'

interface Vectors {
  start: WireObject[]
  keys: (string | null)[][]
  first: string[][]
  sequences: {
    steps: (
      | { edit: Edit; outcome: unknown }
      | { undo: Inverse[]; undone: unknown; leftAlone: unknown; redo: unknown }
    )[]
    changed: WireObject[]
    lists: Record<string, string[]>
  }[]
}

const vectors = JSON.parse(
  readFileSync(`${process.env.WAYMARK_ROOT ?? '..'}/Tests/Fixtures/editing/vectors.json`, 'utf8'),
) as Vectors

/** In the form of the fixture: the order of a set means nothing. */
function plain(value: unknown): unknown {
  const text = JSON.stringify(value, (name, part: unknown) =>
    name === 'contents' && Array.isArray(part) ? part.map((ref) => JSON.stringify(sorted(ref))).sort() : part)
  return JSON.parse(text)
}

const sorted = (ref: unknown): unknown => Object.fromEntries(Object.entries(ref as object).sort())

function outcomeLine(outcome: Outcome): unknown {
  switch (outcome.kind) {
    case 'applied': return { outcome: 'applied', inverse: outcome.inverse }
    case 'to-tombstone':
    case 'unknown-object': return { outcome: outcome.kind, object: outcome.object }
    case 'refused': return { outcome: 'refused', reason: outcome.reason }
    default: return { outcome: outcome.kind }
  }
}

function reasonLine(reason: LeftAlone): unknown {
  switch (reason.kind) {
    case 'changed-since': return { reason: reason.kind, properties: reason.properties }
    case 'filled-since': return { reason: reason.kind, objects: reason.objects }
    case 'not-possible': return { reason: reason.kind, outcome: outcomeLine(reason.outcome) }
    default: return { reason: reason.kind }
  }
}

test('random edits and undos do what the server’s model does, inverses and lists too', (context) => {
  let steps = 0
  vectors.sequences.forEach((sequence, number) => {
    const state = new WorkspaceState(vectors.start.map(itemOf))
    sequence.steps.forEach((step, place) => {
      const where = `sequence ${number}, step ${place}`
      steps += 1
      if ('edit' in step) {
        assert.deepEqual(plain(outcomeLine(apply(state, step.edit))), plain(step.outcome), where)
      } else {
        const report = undo(state, step.undo)
        assert.deepEqual(plain(report.undone), plain(step.undone), where)
        assert.deepEqual(plain(report.leftAlone.map(reasonLine)), plain(step.leftAlone), where)
        assert.deepEqual(plain(report.redo), plain(step.redo), where)
      }
    })
    const expected = new WorkspaceState([...vectors.start, ...sequence.changed].map(itemOf))
    const byKey = (of: WorkspaceState): unknown => [...of.all()].map((item) => keyOf(item.ref)).sort()
    assert.deepEqual(byKey(state), byKey(expected))
    for (const item of expected.all()) assert.deepEqual(state.find(item.ref), item)
    for (const [name, ids] of Object.entries(sequence.lists)) {
      const [map = '', kind = '', ...container] = name.split('/')
      const list = container.length > 0 ? state.within(kind, map, ...container) : state.list(kind, map)
      assert.deepEqual(list.map((item) => item.ref.id), ids, `sequence ${number}, ${name}`)
    }
  })
  context.diagnostic(`${steps} steps`)
})

test('the lists that are kept are the lists made anew', () => {
  for (const sequence of vectors.sequences) {
    const state = new WorkspaceState(vectors.start.map(itemOf))
    for (const step of sequence.steps) {
      if ('edit' in step) apply(state, step.edit)
      else undo(state, step.undo)
      const anew = new WorkspaceState(state.all())
      for (const kind of ['stage', 'step', 'lane', 'card', 'evidence', 'flow', 'story', 'moment']) {
        for (const map of ['pram', 'paying']) {
          assert.deepEqual(state.list(kind, map), anew.list(kind, map))
        }
      }
      for (const item of anew.all()) {
        assert.equal(state.isShown(item.ref), !anew.isHidden(item.ref))
        assert.deepEqual(state.contents(item.ref), anew.contents(item.ref))
      }
    }
  }
})

test('order keys are made as the server makes them', () => {
  for (const [low = null, high = null, key = null] of vectors.keys) assert.equal(between(low, high), key)
  for (const keys of vectors.first) assert.deepEqual(first(keys.length), keys)
})

test('ten thousand keys at one place stay short, and several at once ascend', () => {
  for (const growsUp of [true, false]) {
    let [low, high]: [string, string] = ['a', 'b']
    for (let count = 0; count < 10_000; count += 1) {
      const key = between(low, high)
      assert(key !== null && compareKeys(low, key) < 0 && compareKeys(key, high) < 0)
      if (growsUp) low = key
      else high = key
      assert(key.length <= 12)
    }
  }
  const keys = severalBetween('a', 'a1', 50) ?? []
  const all = ['a', ...keys, 'a1']
  assert.deepEqual(all, [...all].sort())
  assert.equal(new Set(all).size, 52)
})

test('an id is 16 letters of base 32 made of the lowest five bits of each byte', () => {
  const fill = (bytes: Uint8Array): void => bytes.forEach((_, place) => (bytes[place] = place * 2 + 224))
  assert.equal(newId(fill), 'acegikmoqsuwy246')
})
