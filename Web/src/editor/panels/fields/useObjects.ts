import { useCallback } from 'react'
import { keyOf } from '../../../core/types'
import type { Item, Kind, MapDocument, Ref } from '../../../core/types'
import { sameItems, useDocument } from '../../view/hooks'
import { mayEdit, useEditor } from '../../view/services'

/** One object of the open map, drawn again when it changes. */
export function useItem(ref: Ref): Item | undefined {
  const { document } = useEditor()
  const key = keyOf(ref)
  // The key says all that the reference says.
  return useDocument(document, useCallback((from: MapDocument) => from.get(ref), [key]))
}

/** All objects of a kind that are shown, in order. */
export function useList(kind: Kind): readonly Item[] {
  const { document } = useEditor()
  return useDocument(document, useCallback((from: MapDocument) => from.list(kind), [kind]), sameItems)
}

/** The open map itself. */
export function useMap(): Item | undefined {
  const { document } = useEditor()
  return useItem({ kind: 'map', id: document.map })
}

export function useMayEdit(): boolean { return mayEdit(useEditor().services) }

/** Drawn again after every change of the document, however small. */
export function useRevisionOf<Result>(select: (document: MapDocument) => Result): Result {
  const { document } = useEditor()
  return useDocument(document, select)
}
