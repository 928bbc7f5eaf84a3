import { first } from '../../src/core/model/order-key'
import type { Values } from '../../src/core/types'
import { laneRoles } from '../../src/editor/canvas/roles'
import type { ListedObject } from '../support/memoryDocument'

const sentences = [
  'Looks for a quieter washing machine',
  'Compares prices in three shops before asking a friend who bought one last year',
  'Reads reviews',
  'Is the warranty valid abroad?',
  'Calls, and waits eleven minutes',
  'Wants it delivered on a Saturday',
  'Finds the delivery price only in the basket',
  'Trusts the forum more than the shop',
  'Opens the box',
  'Tells a colleague',
]

/** A generator of numbers 0…1 that gives the same ones for the same seed. */
export function numbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A map of a given size with cards spread over all of it; the same seed gives the same map. */
export function generatedMap(
  stages: number,
  stepsEach: number,
  lanes: number,
  cards: number,
  seed = 1,
): readonly ListedObject[] {
  const next = numbers(seed)
  const map = 'm'
  const objects: ListedObject[] = [{
    kind: 'map',
    id: map,
    properties: { order: 'i', name: 'A generated map', personas: [] },
  }]
  const add = (kind: ListedObject['kind'], id: string, properties: Values): void => {
    objects.push({ kind, id, map, properties })
  }
  const stageKeys = first(stages)
  const stepKeys = first(stepsEach)
  const laneKeys = first(lanes)
  const steps: string[] = []
  for (let stage = 0; stage < stages; stage += 1) {
    const phase = stage < stages / 2 ? 'before' : stage < stages * 0.7 ? 'during' : 'after'
    add('stage', `g${stage}`, { order: stageKeys[stage] ?? 'i', name: `Stage ${stage + 1}`, phase })
    for (let step = 0; step < stepsEach; step += 1) {
      add('step', `s${stage}-${step}`, {
        stage: `g${stage}`,
        order: stepKeys[step] ?? 'i',
        name: `Step ${stage + 1}.${step + 1}`,
      })
      steps.push(`s${stage}-${step}`)
    }
  }
  for (let lane = 0; lane < lanes; lane += 1) {
    const role = laneRoles[lane % laneRoles.length] ?? 'custom'
    add('lane', `l${lane}`, { order: laneKeys[lane] ?? 'i', role, name: '' })
  }
  const cardKeys = first(cards)
  for (let card = 0; card < cards; card += 1) {
    const lane = Math.floor(next() * lanes)
    const values: Record<string, Values[string]> = {
      lane: `l${lane}`,
      step: steps[Math.floor(next() * steps.length)] ?? '',
      order: cardKeys[card] ?? 'i',
      text: sentences[Math.floor(next() * sentences.length)] ?? '',
    }
    const role = laneRoles[lane % laneRoles.length]
    if (role === 'emotion') values['emotion'] = { score: Math.round(next() * 12 - 6) / 2, name: 'curious' }
    if (role === 'barrier') values['severity'] = next() < 0.3 ? 'high' : 'medium'
    if (role === 'solution') values['status'] = 'decided'
    add('card', `c${card}`, values)
  }
  return objects
}
