import { useEffect, useId, useRef } from 'react'
import type { ReactNode } from 'react'
import { words } from '../words/words'
import { IconButton } from './Button'

interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  /** Buttons at the bottom, the main one last. */
  readonly actions?: ReactNode
  readonly width?: 'narrow' | 'normal' | 'wide'
  /** The title is spoken but not shown. */
  readonly isBare?: boolean
}

/** A window in front of the page; the browser keeps the focus inside and gives it back afterwards. */
export function Dialog({ title, onClose, children, actions, width = 'normal', isBare = false }: DialogProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const element = dialog.current
    const before = document.activeElement
    if (element !== null && !element.open) element.showModal()
    return () => {
      element?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog ref={dialog} className={`ds-dialog is-${width}${isBare ? ' is-bare' : ''}`} aria-labelledby={titleId}
      onCancel={event => { event.preventDefault(); onClose() }}
      onKeyDown={event => event.stopPropagation()}
      onPointerDown={event => { if (event.target === dialog.current) onClose() }}>
      <div className="ds-dialog-surface">
        <header className={isBare ? 'visually-hidden' : ''}>
          <h2 id={titleId}>{title}</h2>
          {!isBare && <IconButton icon="close" label={words('design.close')} onClick={onClose} />}
        </header>
        <div className="ds-dialog-body">{children}</div>
        {actions !== undefined && <footer>{actions}</footer>}
      </div>
    </dialog>
  )
}
