import { useCallback, useEffect, useRef, useState } from 'react'
import { api } from '../../core'
import type { MapDocument, Snapshot } from '../../core'
import { mapIds, usageOf } from './usage'
import type { Usage } from './usage'

const atOnce = 4
const lookEvery = 4_000

/** Asks for all maps, a few at a time; a map that was deleted meanwhile is passed over. */
export async function loadUsage(document: MapDocument): Promise<Usage> {
  const waiting = [...mapIds(document)]
  const order = new Map(waiting.map((map, place) => [map, place]))
  const loaded: { map: string; snapshot: Snapshot }[] = []
  const work = async (): Promise<void> => {
    for (let map = waiting.shift(); map !== undefined; map = waiting.shift()) {
      loaded.push({ map, snapshot: await api.map(map) })
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  loaded.sort((a, b) => (order.get(a.map) ?? 0) - (order.get(b.map) ?? 0))
  return usageOf(loaded)
}

/** Where everything stands; null while that is not known. Looked up anew when the workspace has moved on. */
export function useUsage(document: MapDocument): { readonly usage: Usage | null; readonly hasFailed: boolean;
  refresh(): Promise<void> } {
  const [usage, setUsage] = useState<Usage | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const seen = useRef(-1)
  const refresh = useCallback(async (): Promise<void> => {
    const revision = document.revision
    try {
      const fresh = await loadUsage(document)
      seen.current = revision
      setUsage(fresh)
      setFailed(false)
    } catch {
      // It is tried again with the next look; until then the last answer stands.
      setFailed(true)
    }
  }, [document])
  useEffect(() => {
    void refresh()
    // The stream moves the revision for every map, but tells only of what lies outside them.
    const timer = setInterval(() => {
      if (window.document.visibilityState === 'visible' && document.revision !== seen.current) void refresh()
    }, lookEvery)
    return () => clearInterval(timer)
  }, [document, refresh])
  return { usage, hasFailed, refresh }
}
