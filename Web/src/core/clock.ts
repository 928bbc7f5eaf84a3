/** Time and chance, so that tests can hold them in their hands. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Runs once after some milliseconds; the answer calls it off. */
  after(milliseconds: number, run: () => void): () => void
  /** From 0 up to, not including, 1. */
  random(): number
}

export const browserClock: Clock = {
  now: () => Date.now(),
  after: (milliseconds, run) => {
    const timer = window.setTimeout(run, milliseconds)
    return () => window.clearTimeout(timer)
  },
  random: () => Math.random(),
}

/** How long to wait before the next attempt: half a second, doubled each time up to thirty, with jitter. */
export function delayBefore(attempt: number, clock: Clock): number {
  const full = Math.min(30_000, 500 * 2 ** Math.min(attempt, 10))
  return full * (0.5 + clock.random() / 2)
}
