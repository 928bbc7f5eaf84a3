import { newId } from '../../../core/model/identifier'
import type { Edit, Item, MapDocument, Ref, Value, Values } from '../../../core/types'
import { words } from '../../../words/words'
import { nameOfRole } from '../../canvas/roles'
import type { LaneRole } from '../../canvas/roles'
import { solutionLane } from '../cards/links'
import { titleOf } from '../cards/titles'
import { sameValue, textOf, textsOf } from '../values/reading'
import { orderAfter } from './order'

/** What the panels change, one intention each, so that one undo takes it back. */

/** Sets one property; nothing happens when it has this value already. */
export function setProperty(
  document: MapDocument, object: Ref, property: string, value: Value, intention: string,
): void {
  const item = document.get(object)
  if (item === undefined || item.deleted || sameValue(item.values[property] ?? null, value)) return
  document.commit(intention, [{ type: 'set', object, property, value }])
}

/** Sets several properties of one object at once. */
export function setProperties(document: MapDocument, object: Ref, values: Values, intention: string): void {
  const item = document.get(object)
  if (item === undefined || item.deleted) return
  const edits: Edit[] = Object.entries(values)
    .filter(([property, value]) => !sameValue(item.values[property] ?? null, value))
    .map(([property, value]) => ({ type: 'set', object, property, value }))
  if (edits.length > 0) document.commit(intention, edits)
}

/** Sets one property of several objects. */
export function setOnAll(
  document: MapDocument, items: readonly Item[], property: string, value: Value, intention: string,
): void {
  const edits: Edit[] = items
    .filter(item => !sameValue(item.values[property] ?? null, value))
    .map(item => ({ type: 'set', object: item.ref, property, value }))
  if (edits.length > 0) document.commit(intention, edits)
}

export function remove(document: MapDocument, items: readonly Item[]): void {
  const first = items[0]
  if (first === undefined) return
  const intention = items.length === 1
    ? words('change.delete', { name: titleOf(document, first) })
    : words('change.deleteSeveral', { count: items.length })
  document.commit(intention, items.map(item => ({ type: 'tombstone', object: item.ref })))
}

const inMap = (document: MapDocument, kind: Ref['kind'], id: string): Ref => ({ kind, id, map: document.map })

/** The cards of one cell, in order. */
export const cellCards = (document: MapDocument, lane: string, step: string): readonly Item[] =>
  document.within('card', lane, step)

/** Moves cards to another lane or step (what is null stays), behind what lies there, keeping their order. */
export function moveCards(
  document: MapDocument, cards: readonly Item[],
  to: { readonly lane: string | null; readonly step: string | null },
): void {
  const edits: Edit[] = []
  const ends = new Map<string, string>()
  for (const card of cards) {
    const lane = to.lane ?? textOf(card, 'lane')
    const step = to.step ?? textOf(card, 'step')
    if (lane === textOf(card, 'lane') && step === textOf(card, 'step')) continue
    const cell = `${lane}/${step}`
    const last = ends.get(cell)
    const order = last === undefined
      ? orderAfter(cellCards(document, lane, step))
      : orderAfter([{ ref: card.ref, values: { order: last }, deleted: false }])
    ends.set(cell, order)
    edits.push({ type: 'move', object: card.ref, order, into: { lane, step } })
  }
  if (edits.length > 0) document.commit(words('change.moveCards', { count: edits.length }), edits)
}

/**
 * A new solution for a card, linked to it, in the lane for solutions and the card's own column; a map without such a
 * lane gets one. Returns the new card's id, null if the card is gone.
 */
export function addSolution(document: MapDocument, cause: string, text = ''): string | null {
  const card = document.get(inMap(document, 'card', cause))
  if (card === undefined || card.deleted) return null
  const edits: Edit[] = []
  const known = solutionLane(document)
  const lane = known?.ref.id ?? newId()
  if (known === null) edits.push(laneInsertion(document, lane, 'solution'))
  const step = textOf(card, 'step')
  const id = newId()
  const order = orderAfter(known === null ? [] : cellCards(document, lane, step))
  edits.push({
    type: 'insert', object: inMap(document, 'card', id),
    properties: { lane, step, order, text, links: [cause] },
  })
  document.commit(words('change.addSolution'), edits)
  return id
}

function laneInsertion(document: MapDocument, id: string, role: LaneRole,
  name = words(nameOfRole(role))): Edit {
  return {
    type: 'insert', object: inMap(document, 'lane', id),
    properties: { order: orderAfter(document.list('lane')), role, name },
  }
}

/** A new lane at the bottom of the map. */
export function addLane(document: MapDocument, role: LaneRole): string {
  const id = newId()
  document.commit(words('change.addLane', { name: words(nameOfRole(role)) }),
    [laneInsertion(document, id, role)])
  return id
}

export interface TouchpointFields {
  readonly name: string
  readonly channel: string | null
  readonly setting: 'online' | 'offline'
  readonly ownership: 'own' | 'paid' | 'third-party'
  readonly influence: 'yes' | 'indirectly' | 'no'
  readonly departments: readonly string[]
}

/** A new touchpoint in the shared library, at once used by cards. */
export function addTouchpoint(document: MapDocument, fields: TouchpointFields,
  cards: readonly Ref[]): string {
  const id = newId()
  const edits: Edit[] = [{
    type: 'insert', object: { kind: 'touchpoint', id },
    properties: { order: orderAfter(document.list('touchpoint')), ...fields, name: fields.name.trim() },
  }]
  for (const card of cards) edits.push({ type: 'set', object: card, property: 'touchpoint', value: id })
  document.commit(words('change.addTouchpoint', { name: fields.name.trim() }), edits)
  return id
}

/** A new thing of the library that is only a name: a channel, department, product or audience. */
export function addNamed(
  document: MapDocument, kind: 'channel' | 'department' | 'product' | 'audience', name: string,
  use?: { readonly object: Ref; readonly property: string },
): string {
  const id = newId()
  const edits: Edit[] = [{
    type: 'insert', object: { kind, id },
    properties: { order: orderAfter(document.list(kind)), name: name.trim() },
  }]
  if (use !== undefined) edits.push({ type: 'set', ...use, value: id })
  document.commit(words('change.add', { name: name.trim() }), edits)
  return id
}

export interface PersonaFields {
  readonly name: string
  readonly kind: 'customer' | 'partner' | 'employee'
  readonly summary: string
  readonly motives: readonly string[]
}

/** A new persona of the workspace, added to the map: as the primary one if the map has none. */
export function addPersona(document: MapDocument, fields: PersonaFields): string {
  const id = newId()
  const map: Ref = { kind: 'map', id: document.map }
  const item = document.get(map)
  const audience = textOf(item, 'audience')
  document.commit(words('change.addPersona', { name: fields.name.trim() }), [
    {
      type: 'insert', object: { kind: 'persona', id },
      properties: {
        order: orderAfter(document.list('persona')), kind: fields.kind, name: fields.name.trim(),
        summary: fields.summary.trim(),
        motives: fields.motives.map(motive => motive.trim()).filter(motive => motive !== ''),
        ...(audience === '' ? {} : { audience }),
      },
    },
    { type: 'set', object: map, property: 'personas', value: [...textsOf(item, 'personas'), id] },
  ])
  return id
}

/** The personas of the map, the first the primary one. */
export function setPersonas(document: MapDocument, personas: readonly string[], intention: string): void {
  setProperty(document, { kind: 'map', id: document.map }, 'personas', [...new Set(personas)], intention)
}

export function addEvidence(document: MapDocument, card: string, values: Values): string {
  const id = newId()
  document.commit(words('change.addEvidence'), [{
    type: 'insert', object: inMap(document, 'evidence', id),
    properties: { card, order: orderAfter(document.within('evidence', card)), ...values },
  }])
  return id
}

/** Takes a link away, whichever of the two cards holds it. */
export function unlink(document: MapDocument, one: Item, other: Item): void {
  const edits: Edit[] = []
  for (const [holder, gone] of [[one, other], [other, one]] as const) {
    const links = textsOf(holder, 'links')
    if (!links.includes(gone.ref.id)) continue
    edits.push({ type: 'set', object: holder.ref, property: 'links',
      value: links.filter(id => id !== gone.ref.id) })
  }
  if (edits.length > 0) document.commit(words('change.unlink'), edits)
}

export function link(document: MapDocument, card: Item, other: string): void {
  const links = textsOf(card, 'links')
  if (other === card.ref.id || links.includes(other)) return
  setProperty(document, card.ref, 'links', [...links, other], words('change.link'))
}
