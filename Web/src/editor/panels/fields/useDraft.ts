import { useCallback, useEffect, useRef, useState } from 'react'

export interface Draft {
  /** What the field shows: what is being typed, else the stored text. */
  readonly text: string
  readonly isDirty: boolean
  type(text: string): void
  /** Hands over what was typed. */
  finish(): void
  /** Forgets what was typed. */
  cancel(): void
}

/**
 * A text as it is being typed. It is handed over when the field is left, also by closing what it stands in, so that
 * one visit to a field is one entry in the undo list; while typing, changes by others do not pull the text away.
 */
export function useDraft(stored: string, commit: (text: string) => void): Draft {
  const [typed, setTyped] = useState<string | null>(null)
  const latest = useRef({ typed, commit })
  latest.current.commit = commit
  const type = useCallback((text: string): void => {
    latest.current.typed = text
    setTyped(text)
  }, [])
  const finish = useCallback((): void => {
    const text = latest.current.typed
    latest.current.typed = null
    setTyped(null)
    if (text !== null) latest.current.commit(text)
  }, [])
  const cancel = useCallback((): void => {
    latest.current.typed = null
    setTyped(null)
  }, [])
  useEffect(() => {
    window.addEventListener('pagehide', finish)
    return () => {
      window.removeEventListener('pagehide', finish)
      finish()
    }
  }, [finish])
  return { text: typed ?? stored, isDirty: typed !== null, type, finish, cancel }
}
