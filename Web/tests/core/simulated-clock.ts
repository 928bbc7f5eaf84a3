import type { Clock } from '../../src/core/clock'
import type { Random } from './random'

interface Planned {
  readonly at: number
  readonly number: number
  readonly run: () => void
}

/** A clock that only moves when the test says so. */
export class SimulatedClock implements Clock {
  private time = 1_000_000
  private count = 0
  private readonly plan: Planned[] = []

  constructor(private readonly chance: Pick<Random, 'next'>) {}

  now(): number {
    return this.time
  }

  random(): number {
    return this.chance.next()
  }

  after(milliseconds: number, run: () => void): () => void {
    const planned: Planned = { at: this.time + Math.max(0, milliseconds), number: (this.count += 1), run }
    let place = this.plan.length
    while (place > 0 && (this.plan[place - 1]?.at ?? 0) > planned.at) place -= 1
    this.plan.splice(place, 0, planned)
    return () => {
      const found = this.plan.indexOf(planned)
      if (found >= 0) this.plan.splice(found, 1)
    }
  }

  /** Runs what is planned within some milliseconds, letting promises settle after each. */
  async pass(milliseconds: number): Promise<void> {
    const until = this.time + milliseconds
    await settle()
    for (;;) {
      const [next] = this.plan
      if (!next || next.at > until) break
      this.plan.shift()
      this.time = Math.max(this.time, next.at)
      next.run()
      await settle()
    }
    this.time = until
  }
}

/** Lets everything that is only waiting for promises go on. */
export async function settle(turns = 8): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await undefined
}
