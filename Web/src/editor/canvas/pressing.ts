import type { EditorView } from '../view/editorView'
import type { CanvasParts } from './canvasContext'
import { placeUnder } from './gestures'
import { placeOfElement } from './grips'

/** What a press chooses: a place; with Shift everything up to it, with Ctrl this card too or no longer. */
export function pressPlace(
  { scene, viewport, gestures }: CanvasParts,
  view: EditorView,
  event: PointerEvent,
): void {
  if (!(event.target instanceof Element) || gestures.isDragging) return
  const place = placeOfElement(scene, event.target)
  if (place === null) {
    const cell = placeUnder(scene, viewport, { x: event.clientX, y: event.clientY })
    if (cell === null || event.target.closest('.heads, .flows, .about-row') !== null) view.go(null)
    else view.go({ at: 'cell', ...cell, card: null })
    return
  }
  if (place.at !== 'cell' || place.card === null) {
    view.go(place)
    return
  }
  const { selection, cursor } = view.state
  const { card } = place
  if (event.ctrlKey || event.metaKey) {
    const chosen = new Set(selection)
    if (!chosen.delete(card)) chosen.add(card)
    view.update({ selection: chosen, cursor: place, editing: null })
  } else if (event.shiftKey && cursor?.at === 'cell' && cursor.card !== null) {
    view.update({
      selection: new Set([...selection, ...cardsBetween(scene, cursor.card, card)]),
      cursor: place,
      editing: null,
    })
  } else if (selection.has(card) && selection.size > 1) {
    // It may be the beginning of a drag of them all.
    view.update({ cursor: place, editing: null })
  } else {
    view.go(place)
  }
}

/** The cards in the block of lanes and columns that two cards span. */
export function cardsBetween(scene: CanvasParts['scene'], a: string, b: string): readonly string[] {
  const [first, second] = [scene.placeOf(a), scene.placeOf(b)]
  if (first === undefined || second === undefined) return []
  const rows = [scene.grid.laneAt.get(first.lane) ?? 0, scene.grid.laneAt.get(second.lane) ?? 0]
  const columns = [first.column, second.column]
  const found: string[] = []
  for (let row = Math.min(...rows); row <= Math.max(...rows); row += 1) {
    const cells = scene.grid.cells.get(scene.grid.lanes[row]?.id ?? '') ?? []
    for (const cell of cells.slice(Math.min(...columns), Math.max(...columns) + 1)) {
      found.push(...cell.map((card) => card.id))
    }
  }
  return found
}
