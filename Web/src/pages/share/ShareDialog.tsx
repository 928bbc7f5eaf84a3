import { useCallback, useState } from 'react'
import { api } from '../../core'
import type { Share } from '../../core'
import { Button } from '../../design/Button'
import { CopyField } from '../../design/CopyField'
import { Dialog } from '../../design/Dialog'
import { Icon } from '../../design/Icon'
import { Skeleton } from '../../design/Skeleton'
import { words } from '../../words/words'
import { LoadProblem } from '../frame/LoadProblem'
import { exact, relative } from '../frame/moments'
import { Notice } from '../frame/Notice'
import { sentenceOf } from '../frame/sentences'
import { useLoad } from '../frame/useLoad'
import { NewShare } from './NewShare'

export interface SharedLane {
  readonly id: string
  readonly name: string
  /** Hidden lanes are shown by a link only if they are chosen. */
  readonly isHidden?: boolean
}

export interface ShareDialogProps {
  readonly map: { readonly id: string; readonly name: string }
  readonly lanes: readonly SharedLane[]
  /** False: what there is can be seen by nobody but editors, and the dialog says so. */
  readonly mayShare?: boolean
  readonly onClose: () => void
}

/** The links by which anybody can look at a map: those there are, and a new one. */
export function ShareDialog({ map, lanes, mayShare = true, onClose }: ShareDialogProps): JSX.Element {
  const load = useCallback(() => (mayShare ? api.shares(map.id) : Promise.resolve([])), [map.id, mayShare])
  const [loaded, reload] = useLoad(load)
  const [made, setMade] = useState<Share | null>(null)
  const [note, setNote] = useState<{ readonly text: string; readonly isBad: boolean } | null>(null)
  const revoke = async (id: string): Promise<void> => {
    try {
      await api.revokeShare(id)
      if (made?.id === id) setMade(null)
      setNote({ text: words('share.revoked'), isBad: false })
    } catch (problem) {
      setNote({ text: sentenceOf(problem), isBad: true })
    }
    await reload()
  }
  return (
    <Dialog title={words('share.title', { name: map.name })} onClose={onClose}>
      <div className="stack sh">
        <p className="soft">{words('share.lead')}</p>
        {!mayShare && <Notice tone="warn">{words('share.mayNot')}</Notice>}
        {note !== null && <Notice tone={note.isBad ? 'bad' : 'good'}>{note.text}</Notice>}
        {made?.link !== undefined && (
          <div className="sh-made" role="status">
            <strong>{words('share.ready')}</strong>
            <p className="soft small">{words('share.readyText')}</p>
            <CopyField key={made.id} label={words('share.link')}
              text={new URL(made.link, window.location.origin).href} isFocused />
          </div>
        )}
        {mayShare && made === null && (
          <NewShare map={map.id} lanes={lanes} onMade={share => { setNote(null); setMade(share);
            void reload() }} />
        )}
        {made !== null && <div><Button icon="add" size="small"
          onClick={() => setMade(null)}>{words('share.new')}</Button></div>}
        {mayShare && (
          <section>
            <h3>{words('share.open')}</h3>
            {loaded.kind === 'loading' && <Skeleton rows={2} />}
            {loaded.kind === 'failed' && <LoadProblem problem={loaded.problem}
              onRetry={() => void reload()} />}
            {loaded.kind === 'ready' && loaded.value.length === 0
              && <p className="soft">{words('share.none')}</p>}
            {loaded.kind === 'ready' && (
              <ul className="sh-list">
                {loaded.value.map(share => <ShareRow key={share.id} share={share}
                  onRevoke={() => void revoke(share.id)} />)}
              </ul>
            )}
          </section>
        )}
      </div>
    </Dialog>
  )
}

function ShareRow({ share, onRevoke }: { readonly share: Share;
  readonly onRevoke: () => void }): JSX.Element {
  const { label, lanes, showsNumbers, expiresAt, lastUsedAt } = share
  const name = label === '' ? words('share.noLabel') : label
  const facts = [
    words('share.until', { when: exact(expiresAt) }),
    lanes === null || lanes === undefined ? words('share.allLanes')
      : words('share.someLanes', { count: lanes.length }),
    words(showsNumbers ? 'share.withNumbers' : 'share.withoutNumbers'),
    lastUsedAt === undefined || lastUsedAt === null ? words('share.unused')
      : words('share.used', { when: relative(lastUsedAt) }),
  ]
  return (
    <li>
      <span className="pe-sign"><Icon name="link" /></span>
      <div className="pe-who"><strong>{name}</strong><span>{facts.join(' · ')}</span></div>
      <Button size="small" aria-label={words('share.revokeLabel', { label: name })}
        onClick={onRevoke}>{words('share.revoke')}</Button>
    </li>
  )
}
