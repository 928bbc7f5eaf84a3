import type { WireObject } from '../../src/core/model/wire'
import type { Edit, Item, Kind, Ref } from '../../src/core/types'
import type { Random } from './random'

export const map = 'm'
export const inMap = (kind: Kind, id: string): Ref => ({ kind, id, map })
const object = (kind: Kind, id: string, properties: Item['values']): WireObject =>
  ({ kind, id, map, properties })

const card = (id: string, lane: string, step: string, order: string): WireObject => object('card', id, {
  lane, step, order, text: id, span: 1, touchpoint: null, emotion: null, severity: null, owner: null,
  effort: null, status: null, links: [], claim: null, momentOfTruth: null, picture: null,
})

/** Two stages, three columns, two lanes, three cards and a touchpoint: small, so that people meet. */
export const smallMap: readonly WireObject[] = [
  { kind: 'workspace', id: 'workspace', properties: { name: 'Prams' } },
  { kind: 'touchpoint', id: 'shop', properties: { order: 'i', name: 'Shop' } },
  { kind: 'map', id: map, properties: { order: 'i', name: 'A pram' } },
  object('stage', 'search', { order: 'a', name: 'Search' }),
  object('stage', 'buy', { order: 'b', name: 'Buy' }),
  object('step', 'choose', { order: 'a', name: 'Choose', stage: 'buy' }),
  object('step', 'pay', { order: 'b', name: 'Pay', stage: 'buy' }),
  object('lane', 'goals', { order: 'a', role: 'goal', name: 'Goals', isHidden: false }),
  object('lane', 'barriers', { order: 'b', role: 'barrier', name: 'Barriers', isHidden: false }),
  card('c1', 'goals', 'search', 'i'),
  card('c2', 'barriers', 'pay', 'i'),
  card('c3', 'barriers', 'pay', 'j'),
]

/** Edits that people make on such a map; `label` is told by nobody else. */
export function randomEdits(random: Random, items: readonly Item[], label: string): readonly Edit[] {
  const own = items.filter(({ ref }) => ref.map === map || ref.kind === 'touchpoint')
  const ids = (kind: Kind): string[] => own.filter(({ ref }) => ref.kind === kind).map(({ ref }) => ref.id)
  const object = random.pick(own)?.ref ?? inMap('card', 'c1')
  const aCard = inMap('card', random.pick(ids('card')) ?? 'c1')
  const cell = { lane: random.pick(ids('lane')) ?? 'goals', step: random.pick(ids('step')) ?? 'search' }
  const order = random.pick(['a', 'c', 'i', 'm', 'z']) ?? 'i'
  switch (random.below(10)) {
    case 0: return [{ type: 'tombstone', object }]
    case 1: return [{ type: 'restore', object }]
    case 2: return [{ type: 'move', object: aCard, order, into: cell }]
    case 3: return [{
      type: 'insert', object: inMap('card', label), properties: { ...cell, order, text: label },
    }]
    case 4: return [
      { type: 'insert', object: inMap('lane', label), properties: { order, role: 'goal', name: label } },
      {
        type: 'insert', object: inMap('card', `${label}-card`),
        properties: { lane: label, step: cell.step, order, text: label },
      },
    ]
    case 5: return [{
      type: 'insert', object: inMap('step', label),
      properties: { stage: random.pick(ids('stage')) ?? 'buy', order, name: label },
    }]
    case 6: return [{
      type: 'set', object: { kind: 'touchpoint', id: 'shop' }, property: 'name', value: label,
    }]
    case 7: return [{
      type: 'set', object: aCard, property: 'severity', value: random.pick(['low', 'high', null]) ?? null,
    }]
    default: return [{ type: 'set', object: aCard, property: 'text', value: label }]
  }
}
