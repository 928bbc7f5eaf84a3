import type { ReactNode } from 'react'
import { Icon } from './Icon'
import type { IconName } from './icons'

interface EmptyStateProps {
  readonly icon: IconName
  readonly title: string
  readonly children?: ReactNode
  readonly action?: ReactNode
}

/** Nothing is here yet: says what belongs here and what to do next. */
export function EmptyState({ icon, title, children, action }: EmptyStateProps): JSX.Element {
  return (
    <div className="ds-empty">
      <span className="ds-empty-icon"><Icon name={icon} size={28} /></span>
      <h3>{title}</h3>
      {children !== undefined && <p>{children}</p>}
      {action}
    </div>
  )
}
