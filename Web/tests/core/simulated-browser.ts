import { ApiFailure, unreachable } from '../../src/core/api/failure'
import type { Clock } from '../../src/core/clock'
import type { LiveEvent } from '../../src/core/live/live'
import { OwnStream, type Connect } from '../../src/core/live/own-stream'
import { adopt } from '../../src/core/sync/adoption'
import type { Claims } from '../../src/core/sync/claims'
import { SyncedDocument } from '../../src/core/sync/document'
import { Keeper } from '../../src/core/sync/keeper'
import { MemoryQueueStore, type ClientRecord } from '../../src/core/sync/queue-store'
import type { Random } from './random'
import type { SimulatedClock } from './simulated-clock'
import type { SimulatedServer } from './simulated-server'

/** How bad the way to the server is. */
export interface Weather {
  /** Shares of requests that get lost, whose answer gets lost, that arrive twice. */
  lost: number
  lostAnswer: number
  doubled: number
  /** Milliseconds at most, each way. */
  latency: number
}

export const fair: Weather = { lost: 0, lostAnswer: 0, doubled: 0, latency: 20 }

/** One browser of one person: what its tabs share. */
export class SimulatedBrowser {
  readonly store = new MemoryQueueStore(true)
  readonly held = new Set<string>()
  isOnline = true

  constructor(readonly person: string, readonly name: string) {}
}

let tabs = 0

/** One tab with a map open. It may be closed, or just stop, as when the computer is switched off. */
export class SimulatedTab {
  readonly synced: SyncedDocument
  isAlive = true
  private hangUps = new Set<() => void>()

  private constructor(
    readonly browser: SimulatedBrowser, private readonly server: SimulatedServer,
    private readonly clock: SimulatedClock, private readonly random: Random,
    private readonly weather: Weather,
    client: string, map: string, adopted: Awaited<ReturnType<typeof adopt>>, release: () => void,
  ) {
    const own = this.ownClock()
    this.synced = new SyncedDocument({
      client, person: { id: browser.person, name: browser.person, role: 'editor' }, map, adopted, release,
      snapshot: server.snapshot(map), clock: own,
      keeper: (failed) => new Keeper(browser.store, client, own, failed),
      post: (sender, batches) => this.ask(() => server.commit(sender, JSON.parse(JSON.stringify(batches)))),
      load: () => this.ask(() => server.snapshot(map)),
      tell: async () => undefined,
      openLive: (receiver) => new OwnStream(this.connect(), own, receiver),
    })
  }

  static async open(
    browser: SimulatedBrowser, server: SimulatedServer, clock: SimulatedClock, random: Random,
    weather: Weather, map: string,
  ): Promise<SimulatedTab> {
    tabs += 1
    const client = `${browser.name}-tab${tabs}`
    const claims = new HeldClaims(browser.held)
    const release = await claims.hold(client)
    const adopted = await adopt(browser.store, claims, browser.person, map, clock.now())
    await browser.store.register({ client, person: browser.person, map, seen: clock.now() + tabs / 1e6 })
    return new SimulatedTab(browser, server, clock, random, weather, client, map, adopted, release)
  }

  close(): void {
    this.synced.close()
    this.isAlive = false
  }

  /** Ends the tab without a word. */
  stop(): void {
    this.isAlive = false
    for (const hangUp of [...this.hangUps]) hangUp()
    for (const client of [...this.browser.held]) {
      if (this.clients.has(client)) this.browser.held.delete(client)
    }
  }

  private get clients(): ReadonlySet<string> {
    const { client, pending, adoptedClients } = this.synced
    return new Set([client, ...pending.map((one) => one.client), ...adoptedClients])
  }

  goOnline(isOnline: boolean): void {
    if (!isOnline) for (const hangUp of [...this.hangUps]) hangUp()
    this.synced.setOnline(isOnline)
  }

  private ownClock(): Clock {
    return {
      now: () => this.clock.now(), random: () => this.clock.random(),
      after: (milliseconds, run) => this.clock.after(milliseconds, () => {
        if (this.isAlive) run()
      }),
    }
  }

  private delay(): number {
    return 1 + this.random.below(this.weather.latency)
  }

  /** One request through the weather. */
  private ask<Answer>(act: () => Answer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const fail = (): void => void this.clock.after(this.delay(), () => reject(unreachable()))
      if (!this.browser.isOnline || this.random.chance(this.weather.lost)) return fail()
      this.clock.after(this.delay(), () => {
        let answer: Answer
        try {
          answer = act()
          if (this.random.chance(this.weather.doubled)) this.clock.after(this.delay(), () => void tryTo(act))
        } catch (error) {
          this.clock.after(this.delay(), () => reject(error))
          return
        }
        if (!this.browser.isOnline || this.random.chance(this.weather.lostAnswer)) return fail()
        this.clock.after(this.delay(), () => {
          if (this.isAlive) resolve(answer)
        })
      })
    })
  }

  private connect(): Connect {
    return (since, connection) => {
      let isOpen = true
      let last = 0
      // Events of one connection never overtake each other.
      const send = (event: LiveEvent): void => {
        last = Math.max(last, this.clock.now() + this.delay())
        this.clock.after(last - this.clock.now(), () => {
          if (isOpen) {
            connection.alive()
            connection.event(event)
          }
        })
      }
      let stopListening: () => void = () => undefined
      const hangUp = (): void => {
        isOpen = false
        stopListening()
        this.hangUps.delete(drop)
      }
      const drop = (): void => {
        hangUp()
        this.clock.after(this.delay(), () => connection.ended(unreachable()))
      }
      this.hangUps.add(drop)
      this.clock.after(this.delay(), () => {
        if (!isOpen) return
        if (!this.browser.isOnline) return drop()
        connection.opened()
        // A server may tell more than was asked for.
        const earlier = Math.max(0, since - this.random.below(3))
        const missed = this.server.since(since) && this.server.since(earlier)
        if (missed) for (const revision of missed) send({ name: 'edits', text: JSON.stringify(revision) })
        else send({ name: 'reload', text: '{}' })
        stopListening = this.server.listen(
          (revision) => send({ name: 'edits', text: JSON.stringify(revision) }))
      })
      return hangUp
    }
  }

  /** Breaks the stream off, as a proxy does now and then. */
  breakStream(): void {
    for (const hangUp of [...this.hangUps]) hangUp()
  }
}

function tryTo(act: () => unknown): void {
  try {
    act()
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error
  }
}

/** Claims as a set in memory. */
export class HeldClaims implements Claims {
  constructor(private readonly held: Set<string>) {}

  async hold(client: string): Promise<() => void> {
    this.held.add(client)
    return () => this.held.delete(client)
  }

  async take(record: ClientRecord): Promise<(() => void) | null> {
    return this.held.has(record.client) ? null : this.hold(record.client)
  }
}

