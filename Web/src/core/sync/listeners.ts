/** Who wants to be told; one that leaves while it is told is not told any more. */
export class Listeners<Told> {
  private readonly all = new Set<(told: Told) => void>()

  /** The answer takes the listener out again. */
  add(listener: (told: Told) => void): () => void {
    this.all.add(listener)
    return () => {
      this.all.delete(listener)
    }
  }

  tell(told: Told): void {
    for (const listener of [...this.all]) if (this.all.has(listener)) listener(told)
  }
}
