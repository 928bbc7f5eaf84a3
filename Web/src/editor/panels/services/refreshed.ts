/** Something fetched, and kept fresh. What was there stays while a newer one is on its way. */
export interface Fetched<Content> {
  readonly content: Content | null
  readonly isLoading: boolean
  /** Why the last attempt brought nothing. */
  readonly problem: string | null
}

/** Keeps one answer of the server fresh: asks again when told to, never twice at once, and the last asking wins. */
export class Refreshed<Content> {
  private now: Fetched<Content> = { content: null, isLoading: false, problem: null }
  private readonly listeners = new Set<() => void>()
  private timer: ReturnType<typeof setTimeout> | null = null
  private isAsking = false
  private shouldAskAgain = false
  private isClosed = false

  constructor(private readonly fetch: () => Promise<Content>) {}

  get state(): Fetched<Content> { return this.now }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => { this.listeners.delete(listener) }
  }

  /** Asks after a pause; asked again within it, the pause begins anew. */
  refreshSoon(milliseconds: number): void {
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = setTimeout(() => {
      this.timer = null
      void this.refresh()
    }, milliseconds)
  }

  async refresh(): Promise<void> {
    if (this.isClosed) return
    if (this.isAsking) {
      this.shouldAskAgain = true
      return
    }
    this.isAsking = true
    this.show({ ...this.now, isLoading: true })
    try {
      const content = await this.fetch()
      this.show({ content, isLoading: false, problem: null })
    } catch (failure) {
      this.show({ ...this.now, isLoading: false, problem: failure instanceof Error
        ? failure.message : String(failure) })
    }
    this.isAsking = false
    if (this.shouldAskAgain) {
      this.shouldAskAgain = false
      await this.refresh()
    }
  }

  close(): void {
    this.isClosed = true
    if (this.timer !== null) clearTimeout(this.timer)
    this.listeners.clear()
  }

  private show(state: Fetched<Content>): void {
    if (this.isClosed) return
    this.now = state
    for (const listener of [...this.listeners]) listener()
  }
}
