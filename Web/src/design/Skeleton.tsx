import { words } from '../words/words'

interface SkeletonProps {
  /** How many rows stand in for what is loading. */
  readonly rows?: number
  readonly shape?: 'rows' | 'cards'
}

/** Grey shapes where something will stand in a moment. */
export function Skeleton({ rows = 4, shape = 'rows' }: SkeletonProps): JSX.Element {
  return (
    <div className={`ds-skeleton is-${shape}`} role="status">
      <span className="visually-hidden">{words('page.loading')}</span>
      {Array.from({ length: rows }, (_, row) => <span key={row} className="ds-skeleton-row"
        aria-hidden="true" />)}
    </div>
  )
}
