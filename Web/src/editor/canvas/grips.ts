import type { Place } from '../view/place'
import type { Grip } from './gestures'
import type { Scene } from './scene'

const idOf = (element: Element, name: string): string | null =>
  element.closest(`[data-${name}]`)?.getAttribute(`data-${name}`) ?? null

/** What a press on an element takes hold of. */
export function gripOf(element: Element): Grip {
  const end = idOf(element, 'flow-end')
  const flow = idOf(element, 'flow')
  if (flow !== null) {
    return end === null ? { what: 'pan' } : { what: 'flow', id: flow, end: end === 'from' ? 'from' : 'to' }
  }
  const card = idOf(element, 'card')
  if (card !== null) return { what: element.closest('[data-feeling]') === null ? 'cards' : 'feeling', card }
  for (const what of ['lane', 'step', 'stage'] as const) {
    const id = idOf(element, what)
    if (id !== null) return { what, id }
  }
  return { what: 'marquee' }
}

/** The place that an element of the map stands for; null on empty ground. */
export function placeOfElement(scene: Scene, element: Element): Place | null {
  const card = idOf(element, 'card')
  if (card !== null) return scene.cellOf(card)
  const flow = idOf(element, 'flow')
  if (flow !== null) return { at: 'flow', flow }
  const lane = idOf(element, 'lane')
  if (lane !== null) return { at: 'lane', lane }
  const step = idOf(element, 'step')
  if (step !== null) return { at: 'step', step }
  const stage = idOf(element, 'stage')
  return stage === null ? null : { at: 'stage', stage }
}
