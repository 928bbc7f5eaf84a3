import type { Item } from '../../../core/types'
import type { LaneRole } from '../../canvas/roles'

/** A part of the inspector that not every card needs. */
export const cardParts = ['touchpoint', 'emotion', 'truth', 'severity', 'links', 'work', 'claim',
  'picture'] as const
export type CardPart = (typeof cardParts)[number]

/** What a card of a lane of this role shows from the start; the other parts wait behind "add". */
export function partsOfRole(role: LaneRole): readonly CardPart[] {
  switch (role) {
    case 'touchpoint': return ['touchpoint', 'emotion', 'truth']
    case 'emotion': return ['emotion']
    case 'barrier': return ['severity', 'links']
    case 'disappointment': case 'question': return ['links']
    case 'surprise': return ['emotion', 'links']
    case 'solution': case 'opportunity': case 'business-action': return ['links', 'work']
    case 'picture': return ['picture']
    case 'communication': case 'front-stage': case 'back-stage': return ['touchpoint', 'work']
    default: return []
  }
}

/** The properties a part shows; a part in which something is set is always shown. */
const properties: Readonly<Record<CardPart, readonly string[]>> = {
  touchpoint: ['touchpoint'], emotion: ['emotion'], truth: ['momentOfTruth'], severity: ['severity'],
  links: ['links'],
  work: ['owner', 'effort', 'status'], claim: ['claim'], picture: ['picture'],
}

export function isPartUsed(card: Item, part: CardPart): boolean {
  return properties[part].some(property => {
    const value = card.values[property] ?? null
    return value !== null && !(Array.isArray(value) && value.length === 0)
  })
}
