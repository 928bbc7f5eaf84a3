import type { Ref } from '../../core/types'

/** Where the keyboard stands on the map. */
export type Place =
  | { readonly at: 'cell'; readonly lane: string; readonly step: string; readonly card: string | null }
  | { readonly at: 'stage'; readonly stage: string }
  | { readonly at: 'step'; readonly step: string }
  | { readonly at: 'lane'; readonly lane: string }
  | { readonly at: 'flow'; readonly flow: string }

export function samePlace(a: Place | null, b: Place | null): boolean {
  if (a === null || b === null) return a === b
  return placeKey(a) === placeKey(b)
}

export function placeKey(place: Place): string {
  switch (place.at) {
    case 'cell': return `cell/${place.lane}/${place.step}/${place.card ?? ''}`
    case 'stage': return `stage/${place.stage}`
    case 'step': return `step/${place.step}`
    case 'lane': return `lane/${place.lane}`
    case 'flow': return `flow/${place.flow}`
  }
}

/** The object at a place: a card, stage, step, lane or flow; null in an empty cell. */
export function objectAt(map: string, place: Place | null): Ref | null {
  if (place === null) return null
  switch (place.at) {
    case 'cell': return place.card === null ? null : { kind: 'card', id: place.card, map }
    case 'stage': return { kind: 'stage', id: place.stage, map }
    case 'step': return { kind: 'step', id: place.step, map }
    case 'lane': return { kind: 'lane', id: place.lane, map }
    case 'flow': return { kind: 'flow', id: place.flow, map }
  }
}
