import type { MapDocument, SaveState } from '../../core'
import { Button } from '../../design/Button'
import { Icon } from '../../design/Icon'
import { useDocument } from '../../editor/view/hooks'
import { words } from '../../words/words'
import { useDesk } from '../frame/Desk'
import { useLibrary } from './useLibrary'

const stateOf = (document: MapDocument): SaveState => document.saveState

/** Whether everything is safe; after the end of the session the way back in. */
export function SavedNote(): JSX.Element {
  const { document } = useLibrary()
  const { signInAgain } = useDesk()
  const state = useDocument(document, stateOf)
  if (state.kind === 'problem') {
    const isSignedOut = state.message === words('save.signIn')
    return (
      <span className="lb-saved is-problem" role="status">
        <Icon name="warning" size={14} />{isSignedOut ? words('again.banner') : state.message}
        {isSignedOut && (
          <Button size="small" kind="primary"
            onClick={() => void signInAgain().then(() =>
              window.dispatchEvent(new Event('focus'))).catch(() => undefined)}>
            {words('again.button')}
          </Button>
        )}
      </span>
    )
  }
  const text = state.kind === 'saved' ? words('library.saved') : state.kind === 'saving'
    ? words('library.saving')
    : state.waiting > 0 ? words('library.waiting', { count: state.waiting }) : words('library.noServer')
  return (
    <span className={`lb-saved is-${state.kind}`} role="status">
      <Icon name={state.kind === 'offline' ? 'cloudOff' : 'check'} size={14} />{text}
    </span>
  )
}
