import { useCallback, useRef, useState } from 'react'
import type { RefObject } from 'react'

interface OpenState {
  readonly button: RefObject<HTMLButtonElement>
  readonly isOpen: boolean
  toggle(): void
  /** Closes and gives the keyboard back to the button. */
  close(): void
}

/** The state of a button that opens something. */
export function useMenu(): OpenState {
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const toggle = useCallback(() => setOpen(open => !open), [])
  const close = useCallback(() => {
    setOpen(false)
    button.current?.focus()
  }, [])
  return { button, isOpen, toggle, close }
}
