import { test } from 'node:test'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { runSession } from './session'

const seeds = Number(process.env.WAYMARK_SEEDS ?? 10_000)
const firstSeed = Number(process.env.WAYMARK_FIRST_SEED ?? 0)
const workers = 2

interface Share {
  readonly first: number
  readonly step: number
}

interface Result {
  readonly revisions: number
  readonly failure: string | null
}

/** Every second session, say: from `first` on in steps. */
async function runShare({ first, step }: Share): Promise<Result> {
  let revisions = 0
  for (let seed = first; seed < firstSeed + seeds; seed += step) {
    try {
      revisions += await runSession(seed)
    } catch (error) {
      return { revisions, failure: `seed ${seed}: ${error instanceof Error ? error.stack : String(error)}` }
    }
  }
  return { revisions, failure: null }
}

/** In a thread of its own: the test runner follows every promise, which doubles the time. */
function inWorker(share: Share): Promise<Result> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(__filename, { workerData: share })
    worker.once('message', (result) => resolve(result as Result))
    worker.once('error', (error) => reject(error))
  })
}

if (isMainThread) {
  test(`${seeds} sessions of two to four tabs end with what the server has; nothing is lost, nothing doubled`,
    { timeout: 300_000 }, async (context) => {
      const began = process.hrtime.bigint()
      const shares = Array.from(
        { length: workers }, (_, place) => ({ first: firstSeed + place, step: workers }))
      const results = await Promise.all(shares.map(inWorker))
      for (const { failure } of results) if (failure) throw new Error(failure)
      const revisions = results.reduce((sum, result) => sum + result.revisions, 0)
      const seconds = Number(process.hrtime.bigint() - began) / 1e9
      context.diagnostic(`note ${seeds} seeds, ${revisions} revisions in ${seconds.toFixed(1)} s`)
    })
} else {
  void runShare(workerData as Share).then((result) => parentPort?.postMessage(result))
}
