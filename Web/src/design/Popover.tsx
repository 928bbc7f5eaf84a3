import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'

/** A place on the screen, in pixels of the window. */
export interface Anchor { readonly left: number; readonly top: number; readonly width: number; readonly height: number }

interface PopoverProps {
  readonly anchor: Anchor | Element
  readonly label: string
  readonly onClose: () => void
  readonly align?: 'start' | 'end'
  readonly className?: string
  readonly role?: 'dialog' | 'menu' | 'listbox' | 'presentation'
  readonly children: ReactNode
}

const margin = 8

/** A small surface beside what it is about; closes on Escape and on a press outside. */
export function Popover({ anchor, label, onClose, align = 'start', className, role = 'dialog', children }: PopoverProps):
JSX.Element {
  const surface = useRef<HTMLDivElement>(null)
  const [position, setPosition] = useState<{ left: number; top: number } | null>(null)
  const close = useRef(onClose)
  close.current = onClose

  useLayoutEffect(() => {
    const own = surface.current?.getBoundingClientRect()
    if (own === undefined) return
    setPosition(placeBeside(anchor instanceof Element ? anchor.getBoundingClientRect() : anchor, own, align))
  }, [anchor, align])

  useEffect(() => {
    const press = (event: PointerEvent): void => {
      if (event.target instanceof Node && surface.current?.contains(event.target) !== true) close.current()
    }
    const key = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      close.current()
    }
    document.addEventListener('pointerdown', press, true)
    document.addEventListener('keydown', key, true)
    return () => {
      document.removeEventListener('pointerdown', press, true)
      document.removeEventListener('keydown', key, true)
    }
  }, [])

  return createPortal(
    <div ref={surface} className={`ds-popover ${className ?? ''}`} role={role} aria-label={label}
      style={position === null ? { visibility: 'hidden', left: 0, top: 0 } : position}>
      {children}
    </div>,
    document.fullscreenElement ?? document.body,
  )
}

/** Below the anchor, or above where there is more room; always inside the window. */
function placeBeside(anchor: Anchor, own: { width: number; height: number }, align: 'start' | 'end'):
{ left: number; top: number } {
  const wanted = align === 'start' ? anchor.left : anchor.left + anchor.width - own.width
  const left = Math.max(margin, Math.min(wanted, window.innerWidth - own.width - margin))
  const below = anchor.top + anchor.height + 4
  const above = anchor.top - own.height - 4
  const fitsBelow = below + own.height <= window.innerHeight - margin
  const top = fitsBelow || above < margin ? Math.min(below, window.innerHeight - own.height - margin) : above
  return { left, top: Math.max(margin, top) }
}
