import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import { between, newId, orderOf, textOf } from '../../core'
import type { Edit, Item, Kind, MapDocument, Ref, Value, Values } from '../../core'
import { sameItems, useDocument } from '../../editor/view/hooks'
import { words } from '../../words/words'
import type { LibraryKind } from './entries'
import type { LibraryHistory } from './history'
import type { Usage } from './usage'

/** What the parts of the library's page share. */
export interface Library {
  readonly document: MapDocument
  readonly history: LibraryHistory
  readonly mayEdit: boolean
  /** Null while it is not known. */
  readonly usage: Usage | null
  refreshUsage(): Promise<void>
}

const LibraryContext = createContext<Library | null>(null)
export const LibraryProvider = LibraryContext.Provider

export function useLibrary(): Library {
  const library = useContext(LibraryContext)
  if (library === null) throw new Error('parts of the library stand in a LibraryProvider')
  return library
}

/** All objects of a kind, drawn again when one of them changes. */
export function useItems(kind: Kind): readonly Item[] {
  const { document } = useLibrary()
  return useDocument(document, useCallback((from: MapDocument) => from.list(kind), [kind]), sameItems)
}

export function useHistoryVersion(): number {
  const { history } = useLibrary()
  return useSyncExternalStore(history.subscribe, history.snapshot)
}

/** The order key behind all of a list. */
function orderAfter(items: readonly Item[]): string {
  const last = items[items.length - 1]
  return between(last === undefined ? null : orderOf(last), null) ?? 'z'
}

/** Adds something to the library and answers its id. */
export function addEntry({ document, history }: Library, kind: LibraryKind, name: string,
  more: Values = {}): string {
  const id = newId()
  const properties = { ...more, order: orderAfter(document.list(kind)), name: name.trim() }
  history.commit(words('library.change.add', { name: name.trim() }),
    [{ type: 'insert', object: { kind, id }, properties }])
  return id
}

export function setProperty({ document, history }: Library, object: Ref, property: string, value: Value,
  what: string): void {
  const name = textOf(document.get(object), 'name')
  history.commit(words('library.change.set', { what, name }), [{ type: 'set', object, property, value }])
}

export function rename({ document, history }: Library, object: Ref, name: string): void {
  const before = textOf(document.get(object), 'name')
  if (name.trim() === '' || name.trim() === before) return
  history.commit(words('library.change.rename', { name: before }),
    [{ type: 'set', object, property: 'name', value: name.trim() }])
}

export function remove({ document, history }: Library, object: Ref): void {
  const edits: readonly Edit[] = [{ type: 'tombstone', object }]
  history.commit(words('library.change.delete', { name: textOf(document.get(object), 'name') }), edits)
}

/**
 * Everything that may point at something of the library: what lies outside the maps, and what lies in them.
 */
export function everything({ document, usage }: Library): readonly Item[] {
  const outside = (['touchpoint', 'persona', 'binding', 'map'] as const).flatMap(kind => document.list(kind))
  return [...outside, ...usage?.items ?? []]
}
