import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { IconButton } from '../../design/Button'
import { words } from '../../words/words'

interface PanelProps {
  readonly title: string
  readonly label: string
  readonly eyebrow: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** What is open at the side of a list; Escape closes it. */
export function Panel({ title, label, eyebrow, onClose, children }: PanelProps): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // A field that asks for the focus has it by now.
    if (heading.current?.closest('aside')?.contains(document.activeElement) !== true) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <aside className="lb-panel" aria-label={label}
      onKeyDown={event => { if (event.key === 'Escape' && !event.defaultPrevented) onClose() }}>
      <header>
        <div>
          <p className="lb-eyebrow">{eyebrow}</p>
          <h2 ref={heading} tabIndex={-1}>{title}</h2>
        </div>
        <IconButton icon="close" label={words('page.close')} onClick={onClose} />
      </header>
      <div className="lb-panel-body">{children}</div>
    </aside>
  )
}
