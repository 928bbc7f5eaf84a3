import { test } from 'node:test'
import assert from 'node:assert/strict'
import { ApiFailure } from '../../src/core/api/failure'
import { EventParser } from '../../src/core/live/event-parser'
import type { LiveEvent, LiveReceiver } from '../../src/core/live/live'
import { OwnStream, type Connect, type Connection } from '../../src/core/live/own-stream'
import { SharedStream, type Elect, type TabChannel, type TabMessage } from '../../src/core/live/shared-stream'
import { Random } from './random'
import { SimulatedClock, settle } from './simulated-clock'

const edits = (number: number): LiveEvent => ({ name: 'edits', text: JSON.stringify({ number, edits: [] }) })

class Listener implements LiveReceiver {
  number = 0
  readonly heard: string[] = []
  since(): number { return this.number }
  revisions(revisions: readonly { readonly number: number }[]): void {
    for (const { number } of revisions) {
      if (number <= this.number) continue
      this.heard.push(String(number))
      this.number = number
    }
  }
  presence(): void { this.heard.push('presence') }
  numbers(): void { this.heard.push('numbers') }
  reload(): void { this.heard.push('reload') }
  linked(link: string): void { this.heard.push(link) }
  get numbersHeard(): string[] { return this.heard.filter((text) => /^\d+$/.test(text)) }
}

/** A server that only keeps who is connected, and from where. */
class Exchange {
  readonly connections: { since: number; connection: Connection; isOpen: boolean }[] = []
  readonly connect: Connect = (since, connection) => {
    const entry = { since, connection, isOpen: true }
    this.connections.push(entry)
    return () => { entry.isOpen = false }
  }
  get last(): { since: number; connection: Connection; isOpen: boolean } {
    const last = this.connections[this.connections.length - 1]
    assert(last)
    return last
  }
}

test('events are read from pieces of any size; comments and unknown fields are passed over', () => {
  const text = ': hello\r\n\r\nid: 7\nevent: edits\ndata: {"a":\ndata: 1}\n\n'
    + 'event: reload\ndata\n\n: beat\n\nevent: cut'
  const expected = [{ name: 'edits', text: '{"a":\n1}' }, { name: 'reload', text: '' }]
  const random = new Random(1)
  for (let round = 0; round < 200; round += 1) {
    const parser = new EventParser()
    const events: LiveEvent[] = []
    for (let place = 0; place < text.length;) {
      const length = 1 + random.below(12)
      events.push(...parser.feed(text.slice(place, place + length)))
      place += length
    }
    assert.deepEqual(events, expected)
  }
})

test('a stream that breaks goes on behind the last revision, later each time', async () => {
  const [clock, exchange, listener] = [new SimulatedClock(new Random(2)), new Exchange(), new Listener()]
  const stream = new OwnStream(exchange.connect, clock, listener)
  exchange.last.connection.opened()
  exchange.last.connection.event(edits(3))
  const waits: number[] = []
  for (let round = 0; round < 6; round += 1) {
    const count = exchange.connections.length
    exchange.last.connection.ended(new ApiFailure(0, 'unreachable', ''))
    const began = clock.now()
    while (exchange.connections.length === count) await clock.pass(50)
    waits.push(clock.now() - began)
  }
  assert.equal(exchange.last.since, 3)
  assert((waits[0] ?? 0) <= 550 && (waits[5] ?? 0) >= 7_500 && (waits[5] ?? 0) <= 16_050)
  stream.retry()
  stream.close()
  const count = exchange.connections.length
  await clock.pass(100_000)
  assert.equal(exchange.connections.length, count)
})

test('a stream from which nothing comes is given up, one with heartbeats is not', async () => {
  const [clock, exchange, listener] = [new SimulatedClock(new Random(3)), new Exchange(), new Listener()]
  const stream = new OwnStream(exchange.connect, clock, listener)
  exchange.last.connection.opened()
  for (let beat = 0; beat < 20; beat += 1) {
    await clock.pass(15_000)
    exchange.last.connection.alive()
  }
  assert.equal(exchange.connections.length, 1)
  const silent = exchange.last
  await clock.pass(90_000)
  assert.equal(silent.isOpen, false)
  assert(exchange.connections.length > 1)
  silent.connection.event(edits(9))
  assert.deepEqual(listener.numbersHeard, [])
  stream.close()
})

test('a stream says that nobody is signed in, and that the server is of another version', () => {
  const [clock, exchange, listener] = [new SimulatedClock(new Random(4)), new Exchange(), new Listener()]
  const stream = new OwnStream(exchange.connect, clock, listener)
  exchange.last.connection.ended(new ApiFailure(401, 'signed-out', ''))
  stream.retry()
  exchange.last.connection.ended(new ApiFailure(409, 'protocol', ''))
  assert.deepEqual(listener.heard, ['signed-out', 'outdated'])
  stream.close()
})

/** The channel and the lock of one browser. */
class Room {
  private readonly listeners = new Map<number, (message: TabMessage) => void>()
  private readonly waiting: { readonly lead: () => void }[] = []
  private count = 0
  readonly channel = (): TabChannel => {
    const own = (this.count += 1)
    return {
      post: (message) => {
        for (const [other, listener] of [...this.listeners]) {
          if (other !== own) void Promise.resolve().then(() => this.listeners.has(other) && listener(message))
        }
      },
      listen: (listener) => void this.listeners.set(own, listener),
      close: () => void this.listeners.delete(own),
    }
  }
  readonly elect: Elect = (lead) => {
    const entry = { lead }
    this.waiting.push(entry)
    if (this.waiting.length === 1) void Promise.resolve().then(lead)
    return () => {
      const wasFirst = this.waiting[0] === entry
      this.waiting.splice(this.waiting.indexOf(entry), 1)
      if (wasFirst) this.waiting[0]?.lead()
    }
  }
}

test('tabs share one stream; the next one takes it over and nothing is missed', async () => {
  const [clock, exchange, room] = [new SimulatedClock(new Random(5)), new Exchange(), new Room()]
  const listeners = [new Listener(), new Listener(), new Listener()]
  const streams = listeners.map((listener, place) =>
    new SharedStream(`tab${place}`, exchange.connect, room.channel(), room.elect, clock, listener))
  await settle()
  assert.equal(exchange.connections.length, 1)
  exchange.last.connection.opened()
  for (const number of [1, 2, 3]) exchange.last.connection.event(edits(number))
  exchange.last.connection.event({ name: 'presence', text: '{"people":[]}' })
  await settle()
  for (const listener of listeners) assert.deepEqual(listener.numbersHeard, ['1', '2', '3'])
  streams[0]?.close()
  await settle()
  assert.equal(exchange.connections.length, 2)
  assert.equal(exchange.last.since, 3)
  exchange.last.connection.opened()
  exchange.last.connection.event(edits(4))
  await settle()
  for (const listener of listeners.slice(1)) assert.deepEqual(listener.numbersHeard, ['1', '2', '3', '4'])
  assert.deepEqual(listeners[0]?.numbersHeard, ['1', '2', '3'])
  streams.forEach((stream) => stream.close())
})

test('a later tab learns what it missed, or begins anew when the leader does not know', async () => {
  const [clock, exchange, room] = [new SimulatedClock(new Random(6)), new Exchange(), new Room()]
  const [first, later, latest] = [new Listener(), new Listener(), new Listener()]
  first.number = 10
  const streams = [new SharedStream('a', exchange.connect, room.channel(), room.elect, clock, first)]
  await settle()
  exchange.last.connection.opened()
  for (const number of [11, 12]) exchange.last.connection.event(edits(number))
  later.number = 11
  streams.push(new SharedStream('b', exchange.connect, room.channel(), room.elect, clock, later))
  latest.number = 4
  streams.push(new SharedStream('c', exchange.connect, room.channel(), room.elect, clock, latest))
  await settle()
  assert.deepEqual(later.heard, ['open', '12'])
  assert.deepEqual(latest.heard, ['open', 'reload'])
  exchange.last.connection.event(edits(13))
  await settle()
  assert.deepEqual(later.numbersHeard, ['12', '13'])
  streams.forEach((stream) => stream.close())
})

test('a tab that notices a gap asks again, and after a reload nobody is told half of it', async () => {
  const [clock, exchange, room] = [new SimulatedClock(new Random(7)), new Exchange(), new Room()]
  const [leader, follower] = [new Listener(), new Listener()]
  const streams = [leader, follower].map((listener, place) =>
    new SharedStream(`tab${place}`, exchange.connect, room.channel(), room.elect, clock, listener))
  await settle()
  exchange.last.connection.opened()
  for (const number of [1, 2]) exchange.last.connection.event(edits(number))
  await settle()
  // A frozen tab has missed what came meanwhile.
  follower.number = 1
  exchange.last.connection.event(edits(3))
  await settle()
  assert.deepEqual(follower.numbersHeard, ['1', '2', '2', '3'])
  exchange.last.connection.event({ name: 'reload', text: '' })
  await settle()
  assert.equal(follower.heard[follower.heard.length - 1], 'reload')
  const newcomer = new Listener()
  newcomer.number = 3
  streams.push(new SharedStream('tab2', exchange.connect, room.channel(), room.elect, clock, newcomer))
  await settle()
  assert.deepEqual(newcomer.heard, ['open', 'reload'])
  streams.forEach((stream) => stream.close())
})
