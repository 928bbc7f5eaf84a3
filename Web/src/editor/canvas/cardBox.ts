import type { Library, TouchpointLook } from './library'
import type { Card } from './objects'
import type { LaneRole } from './roles'
import { fonts, sizes } from './sizes'
import type { TextRuler } from './wrapping'

/** A card with its place and size inside its lane. */
export interface CardBox {
  readonly card: Card
  /** Columns covered, cut at the end of the map. */
  readonly span: number
  /** From the top of the lane. */
  readonly y: number
  readonly width: number
  readonly height: number
  /** The text as it is broken into lines. */
  readonly lines: readonly string[]
  readonly content: CardContent
}

/** What a card shows besides its text. */
export interface CardContent {
  readonly text: string
  readonly touchpoint: TouchpointLook | null
  readonly hasChips: boolean
}

const contents = new WeakMap<Card, CardContent>()

/**
 * A card shows its own words, and the touchpoint's name where it has none. The same content stays the same
 * object.
 */
export function contentOf(card: Card, library: Library): CardContent {
  const touchpoint = card.touchpoint === null ? null : library.touchpoints.get(card.touchpoint) ?? null
  const known = contents.get(card)
  if (known !== undefined && sameLook(known.touchpoint, touchpoint)) return known
  const content: CardContent = {
    text: card.text === '' ? touchpoint?.name ?? '' : card.text,
    touchpoint,
    hasChips: touchpoint !== null || card.severity !== null || card.status !== null || card.owner !== null ||
      card.links.length > 0 || card.emotion !== null,
  }
  contents.set(card, content)
  return content
}

const sameLook = (a: TouchpointLook | null, b: TouchpointLook | null): boolean =>
  a === b ||
  (a !== null && b !== null && a.name === b.name && a.channel === b.channel && a.ownership === b.ownership)

/** How high a card is that shows these lines. */
export function cardHeight(lines: number, hasChips: boolean, hasPicture: boolean): number {
  return 2 * sizes.cardPaddingY + Math.max(1, lines) * sizes.lineHeight + (hasChips ? sizes.chipRow : 0) +
    (hasPicture ? sizes.pictureHeight + sizes.cardGap : 0)
}

export const textRoom = (width: number): number => width - 2 * sizes.cardPaddingX - sizes.markRoom

export function measureCard(
  card: Card,
  width: number,
  library: Library,
  ruler: TextRuler,
): { readonly lines: readonly string[]; readonly height: number; readonly content: CardContent } {
  const content = contentOf(card, library)
  const lines = ruler.wrap(content.text, fonts.card, textRoom(width))
  return { lines, content, height: cardHeight(lines.length, content.hasChips, card.picture !== null) }
}

/** In the lane of feelings a card that names a feeling is a point of the curve. */
export const isPoint = (role: LaneRole, card: Card): boolean => role === 'emotion' && card.emotion !== null
