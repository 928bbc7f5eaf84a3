import { words } from '../../words/words'

/** Why a request failed, as the server says it; status 0: it was never answered. */
export class ApiFailure extends Error {
  constructor(
    readonly status: number,
    /** Stable and documented, such as `map-unknown`. */
    readonly code: string,
    message: string,
    readonly hint: string | null = null,
    /** Milliseconds that the server asks to wait. */
    readonly retryAfter: number | null = null,
  ) {
    super(message)
    this.name = 'ApiFailure'
  }

  /** Whether the same request may succeed later without anybody doing anything. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500
  }
}

export const unreachable = (): ApiFailure => new ApiFailure(0, 'unreachable', words('load.unreachable'))

/** Whatever was thrown, as a failure: what is none of the server's making may pass. */
export const asFailure = (error: unknown): ApiFailure =>
  error instanceof ApiFailure ? error : new ApiFailure(0, 'unreachable', String(error))

/** The error of an answer; an answer that says nothing sensible is told by its status. */
export async function failureOf(response: Response): Promise<ApiFailure> {
  const seconds = Number(response.headers.get('Retry-After') ?? NaN)
  const retryAfter = Number.isFinite(seconds) ? seconds * 1_000 : null
  let body: unknown = null
  try {
    body = await response.json()
  } catch {
    // Not JSON: a proxy's page, perhaps.
  }
  const error = part(body, 'error')
  const [code, message, hint] = [part(error, 'code'), part(error, 'message'), part(error, 'hint')]
  return new ApiFailure(
    response.status, typeof code === 'string' ? code : `status-${response.status}`,
    typeof message === 'string' ? message : words('load.strange'),
    typeof hint === 'string' ? hint : null, retryAfter)
}

function part(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}
