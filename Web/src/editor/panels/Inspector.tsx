import { useCallback, useEffect, useRef } from 'react'
import { keyOf } from '../../core/types'
import type { Item, MapDocument, Ref } from '../../core/types'
import { sameItems, useDocument, useView } from '../view/hooks'
import type { ViewState } from '../view/editorView'
import { objectAt } from '../view/place'
import type { Place } from '../view/place'
import { useEditor } from '../view/services'
import { useSettled } from './fields/useSettled'
import { CardInspector } from './cards/CardInspector'
import { SeveralCards } from './cards/SeveralCards'
import { MapInspector } from './maps/MapInspector'
import { FlowInspector, LaneInspector, StepInspector } from './stages/SmallInspectors'
import { StageInspector } from './stages/StageInspector'

/** Shorter than anybody notices, longer than the pause between repeated keys, in milliseconds. */
const restingTime = 60

/** Everything about what is chosen on the map; about the map itself when nothing is. */
export function Inspector(): JSX.Element {
  const { document, view } = useEditor()
  // Running over the map with the arrows does not wait for the panel: it shows where one comes to rest.
  const selection = useSettled(useView(view, selectionOf), restingTime)
  const cursor = useSettled(useView(view, cursorOf), restingTime)
  const cards = useDocument(document, useCallback((from: MapDocument): readonly Item[] => [...selection]
    .map(id => from.get({ kind: 'card', id, map: from.map }))
    .filter((item): item is Item => item !== undefined && !item.deleted), [selection]), sameItems)
  const only = cards.length === 1 ? cards[0] : undefined
  const key = useDocument(document, useCallback((from: MapDocument): string | null => {
    const object = only?.ref ?? shownAt(from, cursor)
    return object === null ? null : keyOf(object)
  }, [only, cursor]))
  if (cards.length > 1) return <SeveralCards cards={cards} />
  const object = only?.ref ?? shownAt(document, cursor)
  if (object === null || key === null) return <MapInspector />
  // A new object is a new inspector: what was being typed about the last one is handed over first.
  return <ObjectInspector key={key} object={object} />
}

/** What stands at a place and is not gone; a stage without steps is addressed as the step of the same id. */
function shownAt(document: MapDocument, place: Place | null): Ref | null {
  const object = objectAt(document.map, place)
  if (object === null || document.isShown(object)) return object
  const stage: Ref = { ...object, kind: 'stage' }
  return object.kind === 'step' && document.isShown(stage) ? stage : null
}

const selectionOf = (state: ViewState): ViewState['selection'] => state.selection
const cursorOf = (state: ViewState): ViewState['cursor'] => state.cursor

function ObjectInspector({ object }: { readonly object: Ref }): JSX.Element {
  const top = useRef<HTMLSpanElement>(null)
  useEffect(() => { top.current?.closest('.panel-body')?.scrollTo(0, 0) }, [])
  return <><span ref={top} hidden /><Kind object={object} /></>
}

function Kind({ object }: { readonly object: Ref }): JSX.Element | null {
  switch (object.kind) {
    case 'card': return <CardInspector card={object} />
    case 'stage': return <StageInspector stage={object} />
    case 'step': return <StepInspector step={object} />
    case 'lane': return <LaneInspector lane={object} />
    case 'flow': return <FlowInspector flow={object} />
    default: return <MapInspector />
  }
}
