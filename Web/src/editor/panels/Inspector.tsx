import { useCallback } from 'react'
import { keyOf } from '../../core/types'
import type { Item, MapDocument, Ref } from '../../core/types'
import { sameItems, useDocument, useView } from '../view/hooks'
import type { ViewState } from '../view/editorView'
import { objectAt } from '../view/place'
import { useEditor } from '../view/services'
import { CardInspector } from './cards/CardInspector'
import { SeveralCards } from './cards/SeveralCards'
import { MapInspector } from './maps/MapInspector'
import { FlowInspector, LaneInspector, StepInspector } from './stages/SmallInspectors'
import { StageInspector } from './stages/StageInspector'

/** Everything about what is chosen on the map; about the map itself when nothing is. */
export function Inspector(): JSX.Element {
  const { document, view } = useEditor()
  const selection = useView(view, selectionOf)
  const cursor = useView(view, cursorOf)
  const cards = useDocument(document, useCallback((from: MapDocument): readonly Item[] => [...selection]
    .map(id => from.get({ kind: 'card', id, map: from.map }))
    .filter((item): item is Item => item !== undefined && !item.deleted), [selection]), sameItems)
  const only = cards.length === 1 ? cards[0] : undefined
  if (cards.length > 1) return <SeveralCards cards={cards} />
  const object: Ref | null = only?.ref ?? objectAt(document.map, cursor)
  if (object === null) return <MapInspector />
  // A new object is a new inspector: what was being typed about the last one is handed over first.
  return <ObjectInspector key={keyOf(object)} object={object} />
}

const selectionOf = (state: ViewState): ViewState['selection'] => state.selection
const cursorOf = (state: ViewState): ViewState['cursor'] => state.cursor

function ObjectInspector({ object }: { readonly object: Ref }): JSX.Element | null {
  switch (object.kind) {
    case 'card': return <CardInspector card={object} />
    case 'stage': return <StageInspector stage={object} />
    case 'step': return <StepInspector step={object} />
    case 'lane': return <LaneInspector lane={object} />
    case 'flow': return <FlowInspector flow={object} />
    default: return <MapInspector />
  }
}
