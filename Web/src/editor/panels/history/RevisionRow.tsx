import { Avatar } from '../../../design/Avatar'
import { words } from '../../../words/words'
import type { Revision } from './history'

/** One change: what, who, when. */
export function RevisionRow({ revision, showsDay = false, onShow }: {
  readonly revision: Revision
  readonly showsDay?: boolean
  readonly onShow?: () => void
}): JSX.Element {
  const at = new Date(revision.at / 1_000)
  const time = at.toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' })
  const shown = showsDay ? `${at.toLocaleDateString(undefined, { day: 'numeric', month: 'short' })}, ${time}` : time
  const author = revision.author === '' ? words('history.somebody') : revision.author
  const what = (
    <>
      <span className="revision-what">{revision.intention}</span>
      <span className="revision-who">{author} · <time dateTime={at.toISOString()}>{shown}</time></span>
    </>
  )
  return (
    <li>
      <Avatar name={author} size={24} />
      {onShow === undefined ? <div>{what}</div> : <button type="button" onClick={onShow}>{what}</button>}
    </li>
  )
}
