import { Button } from '../../design/Button'
import { EmptyState } from '../../design/EmptyState'
import { words } from '../../words/words'
import { sentenceOf } from './sentences'

interface LoadProblemProps {
  readonly problem: unknown
  readonly onRetry: () => void
}

/** Nothing could be loaded: why, and a way to try again. */
export function LoadProblem({ problem, onRetry }: LoadProblemProps): JSX.Element {
  return (
    <div role="alert" className="wp-card">
      <EmptyState level={2} icon="cloudOff" title={words('page.notLoaded')}
        action={<Button kind="primary" icon="redo" onClick={onRetry}>{words('page.retry')}</Button>}>
        {sentenceOf(problem)}
      </EmptyState>
    </div>
  )
}
