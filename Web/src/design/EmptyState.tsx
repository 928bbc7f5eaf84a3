import type { ReactNode } from 'react'
import { Icon } from './Icon'
import type { IconName } from './icons'

interface EmptyStateProps {
  readonly icon: IconName
  readonly title: string
  readonly children?: ReactNode
  readonly action?: ReactNode
  /** The rank of its title among the headings around it. */
  readonly level?: 2 | 3
}

/** Nothing is here yet: says what belongs here and what to do next. */
export function EmptyState({ icon, title, children, action, level = 3 }: EmptyStateProps): JSX.Element {
  const Title = level === 2 ? 'h2' : 'h3'
  return (
    <div className="ds-empty">
      <span className="ds-empty-icon"><Icon name={icon} size={28} /></span>
      <Title>{title}</Title>
      {children !== undefined && <p>{children}</p>}
      {action}
    </div>
  )
}
