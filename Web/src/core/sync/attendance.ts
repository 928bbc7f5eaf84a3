import type { Clock } from '../clock'
import type { Ref } from '../types'

/** Moving over many cards tells only some of them. */
const pause = 250
/** The server forgets who has said nothing for 30 s. */
const beat = 15_000

/** Tells the server what this person has in hand, and again now and then, so that it is not forgotten. */
export class Attendance {
  private object: Ref | null = null
  private lastTold = -Infinity
  private callOff: (() => void) | null = null

  constructor(
    private readonly tell: (object: Ref | null) => Promise<unknown>, private readonly clock: Clock,
  ) {
    this.say()
  }

  attend(object: Ref | null): void {
    if (JSON.stringify(object) === JSON.stringify(this.object)) return
    this.object = object
    this.schedule(Math.max(0, this.lastTold + pause - this.clock.now()))
  }

  close(): void {
    this.callOff?.()
    this.callOff = null
  }

  private schedule(milliseconds: number): void {
    this.callOff?.()
    this.callOff = this.clock.after(milliseconds, () => this.say())
  }

  private say(): void {
    this.lastTold = this.clock.now()
    // Presence is a courtesy: when it fails, the next one may succeed.
    void this.tell(this.object).catch(() => undefined)
    this.schedule(beat)
  }
}
