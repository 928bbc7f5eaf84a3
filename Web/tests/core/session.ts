import assert from 'node:assert/strict'
import { apply } from '../../src/core/model/apply'
import { equal } from '../../src/core/model/shape'
import { undo } from '../../src/core/model/undo'
import { WorkspaceState } from '../../src/core/model/workspace-state'
import type { SyncedDocument } from '../../src/core/sync/document'
import type { Pending } from '../../src/core/sync/pending'
import { keyOf, type Edit, type Item } from '../../src/core/types'
import { Random } from './random'
import { fair, SimulatedBrowser, SimulatedTab, type Weather } from './simulated-browser'
import { settle, SimulatedClock } from './simulated-clock'
import { poison, SimulatedServer } from './simulated-server'
import { map, randomEdits, smallMap } from './small-map'

/** Two to four tabs of two people in bad weather; all that they do, and then a calm. */
class Session {
  readonly random: Random
  readonly clock: SimulatedClock
  readonly server = new SimulatedServer(smallMap)
  readonly weather: Weather
  readonly browsers: SimulatedBrowser[]
  tabs: SimulatedTab[] = []
  /** The intentions that had an effect where they were made, and must reach the server once. */
  readonly made = new Set<string>()
  readonly poisoned = new Set<string>()
  private count = 0

  constructor(seed: number) {
    this.random = new Random(seed)
    this.clock = new SimulatedClock(this.random)
    const isRough = this.random.chance(0.7)
    this.weather = {
      lost: isRough ? 0.15 : 0, lostAnswer: isRough ? 0.15 : 0, doubled: isRough ? 0.1 : 0,
      latency: this.random.pick([2, 50, 400]) ?? 50,
    }
    this.browsers = [new SimulatedBrowser('ann', 'a'), new SimulatedBrowser('bob', 'b')]
    if (this.random.chance(0.3)) this.browsers.push(new SimulatedBrowser('ann', 'a2'))
  }

  async open(browser: SimulatedBrowser): Promise<void> {
    this.tabs.push(
      await SimulatedTab.open(browser, this.server, this.clock, this.random, this.weather, map))
  }

  async act(): Promise<void> {
    const tab = this.random.pick(this.tabs)
    const browser = this.random.pick(this.browsers)
    if (!tab || !browser) return
    const dice = this.random.below(40)
    if (dice < 24) this.edit(tab.synced)
    else if (dice < 28) await this.type(tab.synced)
    else if (dice < 31) this.turn(tab.synced, 'undo')
    else if (dice < 32) this.turn(tab.synced, 'redo')
    else if (dice < 34) this.goOnline(browser, !browser.isOnline)
    else if (dice === 34) this.tabs.forEach((other) => other.breakStream())
    else if (dice === 35) this.restartServer()
    else if (dice < 38) await this.leave(tab)
    else if (this.tabs.length < 4) await this.open(browser)
  }

  private edit(synced: SyncedDocument): void {
    const isBad = this.random.chance(0.02)
    const label = `${isBad ? poison : 'e'}${(this.count += 1)}`
    const kinds = ['card', 'lane', 'step', 'stage', 'touchpoint'] as const
    const items = kinds.flatMap((kind) => synced.list(kind))
    this.commit(synced, label, randomEdits(this.random, items, label))
  }

  private commit(synced: SyncedDocument, intention: string, edits: readonly Edit[]): void {
    const known = new Set(synced.pending)
    synced.commit(intention, edits)
    for (const pending of synced.pending) {
      const { batch } = pending
      if ('edits' in batch && JSON.stringify(batch).includes(poison)) {
        // Typing may have gone on in a batch that was good before.
        this.made.delete(batch.intention)
        this.poisoned.add(batch.intention)
      } else if (!known.has(pending)) {
        this.made.add(intention)
      }
    }
  }

  /** A few key presses in one text, faster than anybody could send them. */
  private async type(synced: SyncedDocument): Promise<void> {
    const card = this.random.pick(synced.list('card'))
    const label = `t${(this.count += 1)}`
    for (const text of ['p', 'pr', 'pra', label]) {
      if (!card) return
      const edit: Edit = { type: 'set', object: card.ref, property: 'text', value: `${label}${text}` }
      this.commit(synced, `${label}-${text}`, [edit])
      await this.clock.pass(this.random.below(150))
    }
  }

  private turn(synced: SyncedDocument, direction: 'undo' | 'redo'): void {
    synced[direction]()
  }

  /** Streams break, and most cannot go on from where they were. */
  private restartServer(): void {
    for (const tab of this.tabs) tab.breakStream()
    this.clock.after(this.random.below(3_000), () => this.server.forget())
  }

  private goOnline(browser: SimulatedBrowser, isOnline: boolean): void {
    browser.isOnline = isOnline
    for (const tab of this.tabs) if (tab.browser === browser) tab.goOnline(isOnline)
  }

  /** Closes a tab or lets it stop; most often another one is opened. */
  private async leave(tab: SimulatedTab): Promise<void> {
    // What was not written when the computer was switched off would be lost; a disk takes some milliseconds.
    await settle(100)
    if (this.random.chance(0.5)) tab.close()
    else tab.stop()
    await settle(100)
    this.tabs = this.tabs.filter((other) => other !== tab)
    if (this.random.chance(0.7) && tab.browser.isOnline) await this.open(tab.browser)
  }

  /** The weather clears up, everybody comes back, and what was left behind is taken up. */
  async calm(): Promise<void> {
    Object.assign(this.weather, fair)
    for (const browser of this.browsers) this.goOnline(browser, true)
    for (const browser of this.browsers) await this.open(browser)
    for (let second = 0; second < 120 && !this.isCalm; second += 1) await this.clock.pass(1_000)
  }

  private get isCalm(): boolean {
    const { revision } = this.server
    return this.tabs.every(({ synced }) => synced.pending.length === 0 && synced.revision === revision
      && synced.saveState.kind !== 'offline')
  }
}

/** What is to be shown: the confirmed state with everything waiting on top, made from nothing. */
export function shownAnew(confirmed: Iterable<Item>, waiting: readonly Pending[]): WorkspaceState {
  const anew = new WorkspaceState(confirmed)
  for (const { batch } of waiting) {
    if ('undo' in batch) undo(anew, batch.undo)
    else for (const edit of batch.edits) apply(anew, edit)
  }
  return anew
}

function checkShown(synced: SyncedDocument): void {
  const { confirmed, shown } = synced.inspect()
  sameState(shown, shownAnew(confirmed, synced.pending))
}

export function sameState(shown: WorkspaceState, expected: WorkspaceState): void {
  let count = 0
  for (const item of expected.all()) {
    count += 1
    const found = shown.find(item.ref)
    if (!found) throw new Error(`${keyOf(item.ref)} is missing`)
    const isSame = found.deleted === item.deleted && equal(found.values, item.values)
    if (!isSame) assert.deepEqual(found, item)
    const isShown = shown.isShown(item.ref)
    if (isShown !== expected.isShown(item.ref)) assert.fail(`${keyOf(item.ref)} shown: ${isShown}`)
  }
  assert([...shown.all()].length === count, 'something is there that should not be')
}

/** One session from its beginning to its calm end; throws where something was lost, doubled or different. */
export async function runSession(seed: number): Promise<number> {
  const session = new Session(seed)
  for (const browser of session.browsers.slice(0, 2)) await session.open(browser)
  const rounds = 6 + session.random.below(13)
  for (let round = 0; round < rounds; round += 1) {
    await session.act()
    await session.clock.pass(session.random.pick([0, 5, 100, 1_000, 5_000]) ?? 0)
    const tab = session.random.chance(0.3) ? session.random.pick(session.tabs) : undefined
    if (tab) checkShown(tab.synced)
  }
  await session.calm()
  const { server } = session
  for (const { synced } of session.tabs) {
    assert(synced.pending.length === 0, `${synced.pending.length} batches never arrived`)
    assert(synced.revision === server.revision, `revision ${synced.revision} of ${server.revision}`)
    sameState(synced.inspect().shown, server.state)
    assert(['saved', 'problem'].includes(synced.saveState.kind), synced.saveState.kind)
  }
  const taken = new Map<string, number>()
  for (const intention of server.taken) taken.set(intention, (taken.get(intention) ?? 0) + 1)
  for (const intention of session.made) assert(taken.has(intention), `'${intention}' was lost`)
  for (const intention of session.poisoned) assert(!taken.has(intention), `'${intention}' was taken`)
  const inserted = server.log.flatMap(({ edits }) => edits)
    .filter(({ type }) => type === 'insert').map(({ object }) => keyOf(object))
  assert(new Set(inserted).size === inserted.length, 'something was inserted twice')
  const numbers = server.log.map(({ client, sequence }) => `${client} ${sequence}`)
  assert(new Set(numbers).size === numbers.length, 'a batch was applied twice')
  return server.log.length
}
