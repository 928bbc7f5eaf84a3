import { useCallback, useEffect, useRef, useState } from 'react'

/** Something on its way from the server. */
export type Loaded<Value> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly problem: unknown }
  | { readonly kind: 'ready'; readonly value: Value }

/**
 * Asks once, and again by `reload`; what was there stays in sight while it is asked for anew.
 * @param load must stay the same from drawing to drawing.
 */
export function useLoad<Value>(load: () => Promise<Value>): readonly [Loaded<Value>, () => Promise<void>] {
  const [loaded, setLoaded] = useState<Loaded<Value>>({ kind: 'loading' })
  const latest = useRef(0)
  const reload = useCallback(async (): Promise<void> => {
    const turn = latest.current += 1
    setLoaded(before => (before.kind === 'failed' ? { kind: 'loading' } : before))
    try {
      const value = await load()
      if (turn === latest.current) setLoaded({ kind: 'ready', value })
    } catch (problem) {
      if (turn === latest.current) setLoaded({ kind: 'failed', problem })
    }
  }, [load])
  useEffect(() => {
    void reload()
    return () => { latest.current += 1 }
  }, [reload])
  return [loaded, reload]
}
