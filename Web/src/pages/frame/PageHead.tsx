import type { ReactNode } from 'react'

interface PageHeadProps {
  readonly title: string
  readonly lead?: string
  readonly children?: ReactNode
}

/** The head of a page: what it is, what it is for, and what one can do on it. */
export function PageHead({ title, lead, children }: PageHeadProps): JSX.Element {
  return (
    <header className="wp-head">
      <div>
        <h1>{title}</h1>
        {lead !== undefined && <p>{lead}</p>}
      </div>
      {children !== undefined && <div className="wp-head-actions">{children}</div>}
    </header>
  )
}
