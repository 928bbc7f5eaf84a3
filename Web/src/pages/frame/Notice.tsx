import type { ReactNode } from 'react'
import { Icon } from '../../design/Icon'
import type { IconName } from '../../design/icons'

interface NoticeProps {
  readonly tone: 'plain' | 'warn' | 'bad' | 'good'
  readonly children: ReactNode
  readonly action?: ReactNode
}

const signs: Readonly<Record<NoticeProps['tone'], IconName>> = { plain: 'info', warn: 'warning',
  bad: 'warning', good: 'check' }

/** A few words across the page: what is wrong, or what to know here. */
export function Notice({ tone, children, action }: NoticeProps): JSX.Element {
  return (
    <div className={`wp-notice is-${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon name={signs[tone]} />
      <div>{children}</div>
      {action}
    </div>
  )
}
