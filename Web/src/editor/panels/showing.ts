import type { MapDocument, Ref } from '../../core/types'
import type { EditorView } from '../view/editorView'
import type { Place } from '../view/place'
import { textOf } from './values/reading'

/** Where an object stands on the map; null for objects that have no place there. */
export function placeOf(document: MapDocument, object: Ref): Place | null {
  const item = document.get(object)
  if (item === undefined || !document.isShown(object)) return null
  switch (object.kind) {
    case 'card': return { at: 'cell', lane: textOf(item, 'lane'), step: textOf(item, 'step'),
      card: object.id }
    case 'stage': return { at: 'stage', stage: object.id }
    case 'step': return { at: 'step', step: object.id }
    case 'lane': return { at: 'lane', lane: object.id }
    case 'flow': return { at: 'flow', flow: object.id }
    case 'evidence': return placeOf(document, { kind: 'card', id: textOf(item, 'card'), map: document.map })
    default: return null
  }
}

/**
 * Chooses an object and brings it into sight; a lane that is filtered away or hidden is shown again for it.
 * False if it has no place on this map: then nothing happens.
 */
export function showObject(document: MapDocument, view: EditorView, object: Ref): boolean {
  const place = placeOf(document, object)
  if (place === null) return false
  if (place.at === 'cell' || place.at === 'lane') unveil(document, view, place.lane)
  view.go(place)
  view.reveal(place)
  return true
}

/** Chooses a card; with `types` the person goes on typing in it. */
export function showCard(document: MapDocument, view: EditorView, card: string,
  options: { types?: boolean } = {}): void {
  const isShown = showObject(document, view, { kind: 'card', id: card, map: document.map })
  if (!isShown || options.types !== true) return
  view.focusCanvas()
  view.update({ editing: { kind: 'card', card } })
}

function unveil(document: MapDocument, view: EditorView, lane: string): void {
  const { laneFilter } = view.state
  if (laneFilter !== null
    && !laneFilter.has(lane)) view.update({ laneFilter: new Set([...laneFilter, lane]) })
  const item = document.get({ kind: 'lane', id: lane, map: document.map })
  if (item?.values['isHidden'] === true) view.update({ showsHiddenLanes: true })
}

/** Puts the keyboard into a field of the panel, by the name of its property, once it is drawn. */
export function focusField(field: string, attempts = 10): void {
  requestAnimationFrame(() => {
    const named = window.document.querySelector<HTMLElement>(`[data-panel] [data-field="${CSS.escape(field)}"]:not(:disabled)`)
    if (named === null) {
      if (attempts > 0) focusField(field, attempts - 1)
      return
    }
    named.focus()
    named.scrollIntoView({ block: 'center' })
  })
}
