import { useCallback, useRef, useSyncExternalStore } from 'react'
import type { MapDocument } from '../../core/types'
import type { EditorView, ViewState } from './editorView'

/** Counts the changes of a document, so that a selector runs once for each. */
class Watch {
  version = 0
  private readonly listeners = new Set<() => void>()

  constructor(document: MapDocument) {
    document.subscribe(() => {
      this.version += 1
      for (const listener of [...this.listeners]) listener()
    })
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => { this.listeners.delete(listener) }
  }
}

const watches = new WeakMap<MapDocument, Watch>()

function watchOf(document: MapDocument): Watch {
  const known = watches.get(document)
  if (known !== undefined) return known
  const watch = new Watch(document)
  watches.set(document, watch)
  return watch
}

interface Memory<Result> {
  readonly document: MapDocument
  readonly version: number
  readonly select: (document: MapDocument) => Result
  readonly result: Result
}

/**
 * What a selector takes from the document; the component is drawn again only when that differs.
 * @param isSame tells whether two results are the same; pass `sameItems` for lists.
 */
export function useDocument<Result>(
  document: MapDocument, select: (document: MapDocument) => Result,
  isSame: (a: Result, b: Result) => boolean = Object.is,
): Result {
  const watch = watchOf(document)
  const memory = useRef<Memory<Result> | null>(null)
  const snapshot = (): Result => {
    const last = memory.current
    if (last !== null && last.document === document && last.version === watch.version && last.select === select) {
      return last.result
    }
    const fresh = select(document)
    const result = last !== null && isSame(last.result, fresh) ? last.result : fresh
    memory.current = { document, version: watch.version, select, result }
    return result
  }
  return useSyncExternalStore(watch.subscribe, snapshot)
}

/** What a selector takes from the view's state; it must return the same value for the same state. */
export function useView<Result>(view: EditorView, select: (state: ViewState) => Result): Result {
  return useSyncExternalStore(view.subscribe, useCallback(() => select(view.state), [view, select]))
}

/** Whether two lists hold the same things in the same order. */
export function sameItems<Item>(a: readonly Item[], b: readonly Item[]): boolean {
  return a === b || (a.length === b.length && a.every((item, index) => item === b[index]))
}
