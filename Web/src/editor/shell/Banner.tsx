import type { MapDocument, SaveState } from '../../core/types'
import { Icon } from '../../design/Icon'
import { words } from '../../words/words'
import { useRevisionOf } from '../panels/fields/useObjects'

const stateOf = (document: MapDocument): SaveState => document.saveState

/** Tells, across the whole width, what keeps changes from being saved and what to do about it. */
export function Banner(): JSX.Element | null {
  const state = useRevisionOf(stateOf)
  if (state.kind === 'offline') {
    return (
      <div className="editor-banner is-offline" role="status">
        <Icon name="cloudOff" />
        <p>{words('banner.offline')}</p>
      </div>
    )
  }
  if (state.kind !== 'problem') return null
  return (
    <div className="editor-banner is-problem" role="alert">
      <Icon name="warning" />
      <p>{state.message}</p>
      {state.message === words('save.signIn') && (
        <a className="banner-action" href={`/sign-in?next=${encodeURIComponent(window.location.pathname)}`}>{words('banner.signIn')}</a>
      )}
      {state.message === words('save.reload') && (
        <button type="button" className="banner-action"
          onClick={() => window.location.reload()}>{words('banner.reload')}</button>
      )}
    </div>
  )
}
