import type { Item, MapDocument } from '../../../core/types'
import { textOf, textsOf } from '../values/reading'
import { isAnswer, isCause, isLaneRole } from '../../canvas/roles'
import type { LaneRole } from '../../canvas/roles'

/** The role of a lane; a lane whose role nobody knows is an own one. */
export function roleOf(lane: Item | undefined): LaneRole {
  const role = lane?.values['role']
  return isLaneRole(role) ? role : 'custom'
}

/** Who answers whom on a map, whichever of two cards holds the link. */
export interface CardLinks {
  /** The cards linked to a card in either direction. */
  of(card: string): readonly Item[]
  roleOf(card: Item): LaneRole
}

export function linksOf(document: MapDocument): CardLinks {
  const cards = document.list('card')
  const lanes = document.list('lane')
  const known = computed.get(cards)
  if (known?.lanes === lanes) return known.links
  const links = compute(cards, lanes)
  computed.set(cards, { lanes, links })
  return links
}

/** The links of lists that are still in use: several parts of a panel ask for the same ones. */
const computed = new WeakMap<readonly Item[],
  { readonly lanes: readonly Item[]; readonly links: CardLinks }>()

function compute(list: readonly Item[], lanes: readonly Item[]): CardLinks {
  const roles = new Map(lanes.map(lane => [lane.ref.id, roleOf(lane)]))
  const cards = new Map(list.map(card => [card.ref.id, card]))
  const neighbours = new Map<string, Set<string>>()
  const join = (one: string, other: string): void => {
    const known = neighbours.get(one)
    if (known === undefined) neighbours.set(one, new Set([other]))
    else known.add(other)
  }
  for (const card of cards.values()) {
    for (const other of textsOf(card, 'links')) {
      if (other === card.ref.id || !cards.has(other)) continue
      join(card.ref.id, other)
      join(other, card.ref.id)
    }
  }
  return {
    of: card => [...neighbours.get(card)
      ?? []].map(id => cards.get(id)).filter((each): each is Item => each !== undefined),
    roleOf: card => roles.get(textOf(card, 'lane')) ?? 'custom',
  }
}

/** What answers a barrier, question or disappointment and was not dropped. */
export function solutionsOf(links: CardLinks, cause: string): readonly Item[] {
  return links.of(cause).filter(card => isAnswer(links.roleOf(card)) && textOf(card, 'status') !== 'dropped')
}

/** What a solution answers or strengthens. */
export function causesOf(links: CardLinks, solution: string): readonly Item[] {
  return links.of(solution).filter(card => isCause(links.roleOf(card)))
}

/** The lane in which a solution of this map is written: the first lane of the fittest role; null if it has none. */
export function solutionLane(document: MapDocument): Item | null {
  const lanes = document.list('lane')
  for (const role of ['solution', 'opportunity', 'business-action']) {
    const lane = lanes.find(each => textOf(each, 'role') === role)
    if (lane !== undefined) return lane
  }
  return null
}

/** The roles a card of this role is most sensibly linked to; empty: any. */
export function rolesToLink(role: LaneRole): readonly string[] {
  if (isCause(role)) return ['touchpoint', 'solution', 'opportunity', 'business-action']
  if (isAnswer(role)) return ['barrier', 'question', 'disappointment', 'surprise']
  return []
}
