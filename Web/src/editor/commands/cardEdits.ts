import { newId } from '../../core/model/identifier'
import { severalBetween } from '../../core/model/order-key'
import type { Edit, Ref, Value, Values } from '../../core/types'
import { cellCards } from '../canvas/grid'
import type { Grid } from '../canvas/grid'
import type { Direction } from '../canvas/navigation'
import type { Card } from '../canvas/objects'
import { isLaneRole } from '../canvas/roles'
import type { LaneRole } from '../canvas/roles'

/** A place among the cards of a cell: before a card, or at the end. */
export interface Spot {
  readonly lane: string
  readonly step: string
  readonly before: string | null
}

export const cardRef = (map: string, id: string): Ref => ({ kind: 'card', id, map })

/**
 * Order keys for things that come to stand at a spot, not counting cards that leave it; null if there is no
 * room.
 */
export function keysAt(
  grid: Grid,
  spot: Spot,
  count: number,
  leaving: ReadonlySet<string> = new Set(),
): readonly string[] {
  const staying = cellCards(grid, spot.lane, spot.step).filter((card) => !leaving.has(card.id))
  const found = spot.before === null ? -1 : staying.findIndex((card) => card.id === spot.before)
  const at = found < 0 ? staying.length : found
  const lower = staying[at - 1]?.order ?? null
  // Cards of equal keys (typed in a file) leave no room between them: go behind all of them.
  return severalBetween(lower, staying[at]?.order ?? null, count) ??
    severalBetween(staying[staying.length - 1]?.order ?? null, null, count) ?? []
}

/** The spot right behind a card, or at the start of the cell. */
export function spotAfter(grid: Grid, lane: string, step: string, after: string | null): Spot {
  const cards = cellCards(grid, lane, step)
  const next = cards[cards.findIndex((card) => card.id === after) + 1]
  return { lane, step, before: next?.id ?? null }
}

/** Reads `+2 relieved`: a feeling with its score. Null when no score is written. */
export function readFeeling(text: string): { readonly score: number; readonly name: string } | null {
  const match = /^([+\-−]?[0-3](?:[.,]5)?)(?:\s+|$)(.*)$/s.exec(text)
  if (match === null) return null
  const score = Number((match[1] ?? '').replace('−', '-').replace(',', '.').replace('+', ''))
  return Number.isFinite(score) && Math.abs(score) <= 3 ? { score, name: (match[2] ?? '').trim() } : null
}

/** What a typed text means in a lane: in a lane of feelings `+2 relieved` is a feeling. */
export function valuesOfText(role: LaneRole, text: string): Values {
  const feeling = role === 'emotion' ? readFeeling(text) : null
  if (feeling === null) return { text }
  const emotion: Record<string, Value> = { score: feeling.score }
  if (feeling.name !== '') emotion['name'] = feeling.name
  return { text: feeling.name, emotion }
}

export function addCard(
  grid: Grid,
  spot: Spot,
  text: string,
  more: Values = {},
  makeId: () => string = newId,
): { readonly id: string; readonly edits: readonly Edit[] } {
  const id = makeId()
  const order = keysAt(grid, spot, 1)[0] ?? 'i'
  const role = grid.lanes[grid.laneAt.get(spot.lane) ?? -1]?.role ?? 'custom'
  const properties: Values = { lane: spot.lane, step: spot.step, order, ...valuesOfText(role, text), ...more }
  return { id, edits: [{ type: 'insert', object: cardRef(grid.map, id), properties }] }
}

/** A new text; an emptied card is deleted. */
export function retypeCard(grid: Grid, card: Card, text: string): readonly Edit[] {
  const object = cardRef(grid.map, card.id)
  const role = grid.lanes[grid.laneAt.get(card.lane) ?? -1]?.role ?? 'custom'
  if (role === 'emotion' && card.emotion !== null) {
    const feeling = readFeeling(text)
    const emotion = {
      ...asParts(card.item.values['emotion']),
      name: feeling?.name ?? text,
      ...(feeling === null ? {} : { score: feeling.score }),
    }
    return [
      { type: 'set', object, property: 'emotion', value: emotion },
      { type: 'set', object, property: 'text', value: feeling?.name ?? text },
    ]
  }
  if (text === '' && card.picture === null && card.touchpoint === null && card.emotion === null) {
    return [{ type: 'tombstone', object }]
  }
  return Object.entries(valuesOfText(role, text)).map(([property, value]) => ({
    type: 'set',
    object,
    property,
    value,
  }))
}

const asParts = (value: Value | undefined): Record<string, Value> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { ...(value as Record<string, Value>) }
    : {}

/** Cards moved together, in the order given. */
export function moveCards(grid: Grid, cards: readonly Card[], spot: Spot): readonly Edit[] {
  const leaving = new Set(cards.map((card) => card.id))
  let { before } = spot
  if (before !== null && leaving.has(before)) {
    const cell = cellCards(grid, spot.lane, spot.step)
    const at = cell.findIndex((card) => card.id === before)
    before = cell.slice(at).find((card) => !leaving.has(card.id))?.id ?? null
  }
  if (isAlreadyThere(grid, cards, { ...spot, before })) return []
  const keys = keysAt(grid, { ...spot, before }, cards.length, leaving)
  return cards.flatMap((card, index): Edit[] => {
    const order = keys[index]
    if (order === undefined) return []
    return [{
      type: 'move',
      object: cardRef(grid.map, card.id),
      order,
      into: { lane: spot.lane, step: spot.step },
    }]
  })
}

function isAlreadyThere(grid: Grid, cards: readonly Card[], spot: Spot): boolean {
  const cell = cellCards(grid, spot.lane, spot.step)
  const first = cell.findIndex((card) => card.id === cards[0]?.id)
  if (first < 0) return false
  const run = cell.slice(first, first + cards.length)
  return cards.every((card, index) => run[index]?.id === card.id) &&
    (cell[first + cards.length]?.id ?? null) === spot.before
}

/**
 * Where Shift and an arrow bring a run of cards: a place up or down in the cell, else the neighbouring
 * cell.
 */
export function spotBeside(grid: Grid, cards: readonly Card[], direction: Direction): Spot | null {
  const first = cards[0]
  const last = cards[cards.length - 1]
  if (first === undefined || last === undefined) return null
  const lead = direction === 'up' || direction === 'left' ? first : last
  const column = grid.columnOf.get(lead.step) ?? 0
  const step = grid.columns[column]?.step ?? lead.step
  const cell = cellCards(grid, lead.lane, step)
  const at = cell.findIndex((card) => card.id === lead.id)
  const row = grid.laneAt.get(lead.lane) ?? 0
  switch (direction) {
    case 'up': {
      const above = cell[at - 1]
      if (above !== undefined) return { lane: lead.lane, step, before: above.id }
      const lane = grid.lanes[row - 1]
      return lane === undefined ? null : { lane: lane.id, step, before: null }
    }
    case 'down': {
      if (cell[at + 1] !== undefined) return { lane: lead.lane, step, before: cell[at + 2]?.id ?? null }
      const lane = grid.lanes[row + 1]
      return lane === undefined
        ? null
        : { lane: lane.id, step, before: cellCards(grid, lane.id, step)[0]?.id ?? null }
    }
    case 'left':
    case 'right': {
      const next = grid.columns[column + (direction === 'left' ? -1 : 1)]
      if (next === undefined) return null
      return {
        lane: lead.lane,
        step: next.step,
        before: cellCards(grid, lead.lane, next.step)[at]?.id ?? null,
      }
    }
  }
}

export const deleteCards = (grid: Grid, cards: readonly Card[]): readonly Edit[] =>
  cards.map((card) => ({ type: 'tombstone', object: cardRef(grid.map, card.id) }))

/** Copies right behind the originals. */
export function duplicateCards(
  grid: Grid,
  cards: readonly Card[],
  makeId: () => string = newId,
): { readonly ids: readonly string[]; readonly edits: readonly Edit[] } {
  const ids: string[] = []
  const edits = cards.map((card): Edit => {
    const id = makeId()
    ids.push(id)
    const step = grid.columns[grid.columnOf.get(card.step) ?? 0]?.step ?? card.step
    const order = keysAt(grid, spotAfter(grid, card.lane, step, card.id), 1)[0] ?? card.order
    return { type: 'insert', object: cardRef(grid.map, id), properties: { ...card.item.values, step, order } }
  })
  return { ids, edits }
}

/** A feeling raised or lowered by half steps, within −3…+3; a card without a score starts at 0. */
export function shiftFeeling(grid: Grid, card: Card, by: number): readonly Edit[] {
  return setFeeling(grid, card, (card.emotion?.score ?? 0) + (card.emotion === null ? 0 : by))
}

/** Rounds to half steps within −3…+3. */
export const roundScore = (score: number): number => Math.max(-3, Math.min(3, Math.round(score * 2) / 2))

export function setFeeling(grid: Grid, card: Card, score: number): readonly Edit[] {
  const rounded = roundScore(score)
  if (card.emotion?.score === rounded) return []
  const before = asParts(card.item.values['emotion'])
  const value: Record<string, Value> = {
    ...(card.emotion === null && card.text !== '' ? { name: card.text } : {}),
    ...before,
    score: rounded,
  }
  return [{ type: 'set', object: cardRef(grid.map, card.id), property: 'emotion', value }]
}

export function setSpan(grid: Grid, card: Card, span: number): readonly Edit[] {
  const column = grid.columnOf.get(card.step) ?? 0
  const wanted = Math.max(1, Math.min(span, grid.columns.length - column))
  return wanted === card.span
    ? []
    : [{ type: 'set', object: cardRef(grid.map, card.id), property: 'span', value: wanted }]
}

/** Ties a solution to its cause, or unties it. */
export function toggleLink(grid: Grid, from: Card, to: string): readonly Edit[] {
  const links = from.links.includes(to) ? from.links.filter((link) => link !== to) : [...from.links, to]
  return [{ type: 'set', object: cardRef(grid.map, from.id), property: 'links', value: links }]
}

export const roleOf = (grid: Grid, lane: string): LaneRole => {
  const role = grid.lanes[grid.laneAt.get(lane) ?? -1]?.role
  return isLaneRole(role) ? role : 'custom'
}
