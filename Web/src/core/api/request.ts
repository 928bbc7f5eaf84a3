import { words } from '../../words/words'
import { ApiFailure, failureOf, unreachable } from './failure'

/** The version of the wire that this code speaks; a server that speaks another one answers 409. */
export const protocol = '1'

export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  readonly body?: unknown
  /** Lets the request outlive the page. */
  readonly keepalive?: boolean
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

/** Asks the server; throws an `ApiFailure` for every answer that is not a good one. */
export async function request<Answer>(path: string, options: RequestOptions = {}): Promise<Answer> {
  const response = await send(path, options)
  if (!response.ok) throw await failureOf(response)
  if (response.status === 204) return undefined as Answer
  const text = await response.text().catch(() => { throw unreachable() })
  if (text === '') return undefined as Answer
  try {
    return JSON.parse(text) as Answer
  } catch {
    throw new ApiFailure(502, 'strange', words('load.strange'))
  }
}

export async function send(path: string, options: RequestOptions = {}): Promise<Response> {
  const { method = 'GET', body, keepalive = false, headers = {}, signal } = options
  const all: Record<string, string> = { 'X-Waymark': protocol, Accept: 'application/json', ...headers }
  const isRaw = body instanceof Blob
  if (body !== undefined && !isRaw) all['Content-Type'] = 'application/json'
  try {
    return await fetch(path, {
      method, headers: all, keepalive, credentials: 'same-origin', cache: 'no-store',
      ...(body === undefined ? {} : { body: isRaw ? body : JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    })
  } catch {
    throw unreachable()
  }
}

/** A path with its names in it: `path('/api/maps/{map}', { map })`. */
export const path = (pattern: string, names: Readonly<Record<string, string>>): string =>
  pattern.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(names[name] ?? ''))

/** `?a=1&b=2` of what is set; empty if nothing is. */
export function query(values: Readonly<Record<string, string | number | undefined>>): string {
  const parts = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`])
  return parts.length > 0 ? `?${parts.join('&')}` : ''
}
