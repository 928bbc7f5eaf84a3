import { test } from 'node:test'
import assert from 'node:assert/strict'
import { itemOf } from '../../src/core/model/wire'
import { pending } from '../../src/core/sync/pending'
import { Replica } from '../../src/core/sync/replica'
import type { Inverse } from '../../src/core/model/inverse'
import { Random } from './random'
import { sameState, shownAnew } from './session'
import { SimulatedServer } from './simulated-server'
import { inMap, map, randomEdits, smallMap } from './small-map'

/** A replica beside its server, with batches that wait as long as the test likes. */
class Pair {
  readonly server = new SimulatedServer(smallMap)
  readonly replica = new Replica(map, smallMap.map(itemOf), 0)
  private sequence = 0
  private readonly inverses: Inverse[][] = []

  constructor(private readonly random: Random) {}

  step(label: string): void {
    const dice = this.random.below(10)
    if (dice < 4) this.add(label)
    else if (dice < 8) this.others(label)
    else if (dice < 9) this.arrive()
    else this.refuse()
  }

  add(label: string): void {
    this.sequence += 1
    const place = this.random.below(this.inverses.length)
    const inverses = this.random.chance(0.2) ? this.inverses.splice(place, 1)[0] : undefined
    const items = [...this.replica.shown.all()]
    const change = inverses ? { undo: inverses } : { edits: randomEdits(this.random, items, label) }
    const result = this.replica.add(pending('me', { sequence: this.sequence, intention: label, ...change }))
    if (result.inverses.length > 0) this.inverses.push([...result.inverses])
  }

  /** Somebody else's edits, one or several at once. */
  others(label: string): void {
    const before = this.server.revision
    for (let count = 0; count <= this.random.below(3); count += 1) {
      const name = `${label}-${count}`
      const edits = randomEdits(this.random, [...this.server.state.all()], name)
      this.server.commit('other', [{ sequence: (this.sequence += 1), intention: name, edits }])
    }
    this.replica.receive(this.server.log.slice(before))
  }

  /** The first waiting batch becomes a revision, or nothing. */
  arrive(): void {
    const [first] = this.replica.pending
    if (!first) return
    const [answer] = this.server.commit('me', [first.batch])
    if (answer?.revision) this.replica.receive(this.server.log.slice(answer.revision - 1))
    else this.replica.remove(first)
  }

  refuse(): void {
    const any = this.random.pick(this.replica.pending)
    if (any) this.replica.remove(any)
  }
}

test('what is shown is always the confirmed state with the waiting batches played on it', () => {
  for (let seed = 0; seed < 800; seed += 1) {
    const pair = new Pair(new Random(seed))
    for (let step = 0; step < 30; step += 1) {
      pair.step(`e${step}`)
      const { replica } = pair
      try {
        sameState(replica.shown, shownAnew(replica.confirmedItems.values(), replica.pending))
      } catch (error) {
        throw new Error(`seed ${seed}, step ${step}: ${error instanceof Error ? error.stack : String(error)}`)
      }
    }
    while (pair.replica.pending.length > 0) pair.arrive()
    sameState(pair.replica.shown, pair.server.state)
  }
})

test('a revision that is told again changes nothing', () => {
  const { server, replica } = new Pair(new Random(1))
  for (const value of ['one', 'two']) {
    const edits = [{ type: 'set' as const, object: inMap('card', 'c1'), property: 'text', value }]
    server.commit('other', [{ sequence: server.revision + 1, intention: value, edits }])
  }
  replica.receive(server.log)
  replica.receive(server.log.slice(0, 1))
  assert.equal(replica.shown.find(inMap('card', 'c1'))?.values.text, 'two')
  assert.equal(replica.revision, 2)
})

test('a snapshot keeps the objects that have not changed, so that nothing is drawn anew for nothing', () => {
  const { server, replica } = new Pair(new Random(1))
  const before = replica.shown.find(inMap('card', 'c1'))
  const edits = [{ type: 'set' as const, object: inMap('card', 'c2'), property: 'text', value: 'x' }]
  server.commit('other', [{ sequence: 1, intention: 'x', edits }])
  replica.shown.takeChanged()
  replica.replace(server.snapshot(map).objects.map(itemOf), server.revision)
  assert(replica.shown.find(inMap('card', 'c1')) === before)
  assert.deepEqual([...replica.shown.takeChanged()], ['m/card/c2'])
})
