/** Numbers that are the same for the same seed on every machine (mulberry32). */
export class Random {
  private state: number

  constructor(seed: number) {
    this.state = (Math.imul(seed, 2_654_435_761) ^ 0x9e3779b9) >>> 0
  }

  /** From 0 up to, not including, 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit)
  }

  chance(share: number): boolean {
    return this.next() < share
  }

  pick<Element>(list: readonly Element[]): Element | undefined {
    return list[this.below(list.length)]
  }
}
