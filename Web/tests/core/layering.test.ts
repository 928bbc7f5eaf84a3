import { test } from 'node:test'
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'

const core = `${process.env.WAYMARK_ROOT ?? '..'}/Web/src/core`

/** What the files of each chapter may import, types included. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  model: ['types', 'model'],
  api: ['types', 'words', 'model', 'api'],
  live: ['types', 'clock', 'link', 'model', 'api', 'live'],
  sync: ['types', 'clock', 'link', 'words', 'model', 'api', 'live', 'sync'],
}

test('each chapter of the core imports only what lies below it', () => {
  for (const [chapter, names] of Object.entries(allowed)) {
    for (const file of readdirSync(`${core}/${chapter}`)) {
      const text = readFileSync(`${core}/${chapter}/${file}`, 'utf8')
      for (const [, path = ''] of text.matchAll(/from '([^']+)'/g)) {
        const isNear = path.startsWith('./')
        const name = isNear ? chapter : path.replace('../../', '').replace('../', '').split('/')[0] ?? ''
        assert(names.includes(name), `${chapter}/${file} imports ${path}`)
      }
    }
  }
})

test('no file of the core is longer than four hundred lines', () => {
  for (const chapter of Object.keys(allowed)) {
    for (const file of readdirSync(`${core}/${chapter}`)) {
      const lines = readFileSync(`${core}/${chapter}/${file}`, 'utf8').split('\n')
      assert(lines.length <= 400, `${file} has ${lines.length} lines`)
    }
  }
})
