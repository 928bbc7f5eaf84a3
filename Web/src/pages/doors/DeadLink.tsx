import { words } from '../../words/words'
import { DoorFrame } from './DoorFrame'

interface DeadLinkProps {
  readonly kind: 'setup' | 'setupNoLink' | 'invitation' | 'reset'
  /** What makes a new link, where somebody has the server at hand. */
  readonly command?: string
}

/** A one-time link that does not open anything (any more): how to get another one. */
export function DeadLink({ kind, command }: DeadLinkProps): JSX.Element {
  return (
    <DoorFrame title={words(`dead.${kind}`)} lead={words(`dead.${kind}.text`)} takesFocus>
      {command !== undefined && <pre className="door-command"><code>{command}</code></pre>}
      {kind !== 'setup' && kind !== 'setupNoLink' && (
        <p><a className="button" href="/sign-in">{words('door.toSignIn')}</a></p>
      )}
    </DoorFrame>
  )
}
