import { afterEach, test } from 'node:test'
import assert from 'node:assert/strict'
import { api } from '../../src/core/api/api'
import { ApiFailure } from '../../src/core/api/failure'
import { path, query } from '../../src/core/api/request'

interface Asked {
  readonly path: string
  readonly options: RequestInit
}

const real = globalThis.fetch
const asked: Asked[] = []

/** A server that gives one answer to everything. */
function answering(answer: () => Response): void {
  asked.length = 0
  globalThis.fetch = async (input, options = {}) => {
    asked.push({ path: String(input), options })
    return answer()
  }
}

afterEach(() => {
  globalThis.fetch = real
})

async function failure(act: () => Promise<unknown>): Promise<ApiFailure> {
  try {
    await act()
  } catch (error) {
    if (error instanceof ApiFailure) return error
  }
  return assert.fail('it did not fail')
}

test('edits go out with the protocol, the person and the batches', async () => {
  answering(() => new Response('{"answers":[]}', { status: 200 }))
  await api.edits('ann', 'tab', [{ sequence: 1, intention: 'Do', edits: [] }])
  const [{ path: target, options } = { path: '', options: {} }] = asked
  assert.equal(target, '/api/edits')
  assert.equal(options.method, 'POST')
  const headers = options.headers as Record<string, string>
  assert.equal(headers['X-Waymark'], '1')
  assert.equal(headers['X-Waymark-Person'], 'ann')
  assert.deepEqual(JSON.parse(String(options.body)), {
    client: 'tab', batches: [{ sequence: 1, intention: 'Do', edits: [] }],
  })
})

test('a failure carries what the server says', async () => {
  const body = '{"error":{"code":"too-large","message":"the text is too long","hint":"shorten it"}}'
  answering(() => new Response(body, { status: 413, headers: { 'Retry-After': '3' } }))
  const { status, code, message, hint, retryAfter, isPassing } = await failure(api.session)
  assert.deepEqual({ status, code, message, hint, retryAfter, isPassing }, {
    status: 413, code: 'too-large', message: 'the text is too long', hint: 'shorten it', retryAfter: 3_000,
    isPassing: false,
  })
})

test('a proxy’s page and a dead network are failures that pass', async () => {
  answering(() => new Response('<h1>Bad gateway</h1>', { status: 502 }))
  const proxy = await failure(api.session)
  assert.equal(proxy.code, 'status-502')
  assert.equal(proxy.isPassing, true)
  answering(() => { throw new TypeError('fetch failed') })
  const dead = await failure(api.session)
  assert.equal(dead.status, 0)
  assert.equal(dead.isPassing, true)
})

test('an answer that cannot be read is a failure, one without a body is none', async () => {
  answering(() => new Response('{"answers":', { status: 200 }))
  assert.equal((await failure(api.session)).code, 'strange')
  answering(() => new Response(null, { status: 204 }))
  assert.equal(await api.signOut(), undefined)
})

test('names in paths and queries cannot break out of them', () => {
  assert.equal(path('/api/maps/{map}/shares', { map: 'a/../b?c' }), '/api/maps/a%2F..%2Fb%3Fc/shares')
  assert.equal(query({ q: 'a&b', limit: 3, before: undefined }), '?q=a%26b&limit=3')
  assert.equal(query({}), '')
})
