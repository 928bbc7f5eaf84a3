/** The few parts of Node that tests use; its own type package is not installed. */
declare module 'node:test' {
  interface TestContext {
    diagnostic(message: string): void
  }
  type Body = (context: TestContext) => void | Promise<void>
  export function test(name: string, body: Body): Promise<void>
  export function test(name: string, options: { timeout?: number }, body: Body): Promise<void>
  export function describe(name: string, body: () => void): void
  export function beforeEach(body: () => void | Promise<void>): void
  export function afterEach(body: () => void | Promise<void>): void
}

declare module 'node:assert/strict' {
  interface Assert {
    (value: unknown, message?: string): asserts value
    ok(value: unknown, message?: string): asserts value
    equal(actual: unknown, expected: unknown, message?: string): void
    notEqual(actual: unknown, expected: unknown, message?: string): void
    deepEqual(actual: unknown, expected: unknown, message?: string): void
    notDeepEqual(actual: unknown, expected: unknown, message?: string): void
    match(text: string, pattern: RegExp, message?: string): void
    throws(body: () => unknown, error?: unknown, message?: string): void
    rejects(body: () => Promise<unknown>, error?: unknown, message?: string): Promise<void>
    fail(message?: string): never
  }
  const assert: Assert
  export default assert
}

declare module 'node:worker_threads' {
  export const isMainThread: boolean
  export const workerData: unknown
  export const parentPort: { postMessage(message: unknown): void } | null
  export class Worker {
    constructor(file: string, options: { workerData: unknown })
    once(name: 'message' | 'error', listener: (value: unknown) => void): void
  }
}

declare const __filename: string

declare module 'node:fs' {
  export function readdirSync(path: string): string[]
  export function readFileSync(path: string, encoding: 'utf8'): string
}

declare const process: { readonly env: Record<string, string | undefined>; hrtime: { bigint(): bigint } }
