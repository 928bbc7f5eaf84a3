import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { Icon } from '../../../design/Icon'
import type { IconName } from '../../../design/icons'

interface SectionProps {
  readonly title: string
  readonly icon?: IconName
  readonly count?: number
  /** Buttons beside the title. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** One part of a panel under a title. */
export function Section({ title, icon, count, actions, children }: SectionProps): JSX.Element {
  const id = useId()
  return (
    <section className="panel-section" aria-labelledby={id}>
      <header>
        <h3 id={id}>
          {icon !== undefined && <Icon name={icon} size={14} />}
          {title}
          {count !== undefined && count > 0 && <span className="count">{count}</span>}
        </h3>
        {actions}
      </header>
      {children}
    </section>
  )
}

/** A part that is closed until somebody wants it; what it needs is fetched only then. */
export function ClosedSection({ title, icon, children }: Omit<SectionProps,
  'actions' | 'count' | 'children'> & {
  readonly children: () => ReactNode
}): JSX.Element {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  return (
    <section className="panel-section is-closable">
      <h3>
        <button type="button" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
          {icon !== undefined && <Icon name={icon} size={14} />}
          {title}
          <Icon name={isOpen ? 'chevronUp' : 'chevronDown'} size={14} className="closable-sign" />
        </button>
      </h3>
      <div id={id} hidden={!isOpen}>{isOpen && children()}</div>
    </section>
  )
}
