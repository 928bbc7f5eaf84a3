import { useMemo, useState } from 'react'
import { ApiFailure, textOf } from '../../core'
import { Button } from '../../design/Button'
import { Dialog } from '../../design/Dialog'
import { Field } from '../../design/Field'
import { words } from '../../words/words'
import { useDesk } from '../frame/Desk'
import { Notice } from '../frame/Notice'
import { sentenceOf } from '../frame/sentences'
import { pointingWords } from './consequences'
import type { LibraryKind } from './entries'
import { plainName } from './filters'
import { longestBatch, mergeEdits } from './merge'
import { referencesTo } from './references'
import { loadUsage } from './useUsage'
import { everything, useItems, useLibrary } from './useLibrary'

interface MergeDialogProps {
  readonly kind: LibraryKind
  readonly id: string
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Makes one of two things that are the same: tells first what will move. */
export function MergeDialog({ kind, id, onClose, onDone }: MergeDialogProps): JSX.Element {
  const library = useLibrary()
  const { document, history, usage, refreshUsage } = library
  const desk = useDesk()
  const items = useItems(kind)
  const from = document.get({ kind, id })
  const name = textOf(from, 'name')
  const others = items.filter(item => item.ref.id !== id)
  const [target, setTarget] = useState(() => others.find(item =>
    plainName(textOf(item, 'name')) === plainName(name))?.ref.id ?? '')
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const moving = useMemo(() => pointingWords(referencesTo({ kind, id }, everything(library))),
    [kind, id, library])
  const to = others.find(item => item.ref.id === target)
  const merge = async (): Promise<void> => {
    if (from === undefined || to === undefined || isBusy) return
    setBusy(true)
    setProblem(null)
    const names = { from: name, to: textOf(to, 'name') }
    try {
      // Asked anew: what others have put on the maps a moment ago moves, too.
      const fresh = await desk.attempt(() => loadUsage(document))
      const edits = mergeEdits(from, to, everything({ ...library, usage: fresh }))
      if (edits.length > longestBatch) {
        setProblem(words('library.merge.tooMany'))
        setBusy(false)
        return
      }
      await desk.attempt(() => history.commitEverywhere(words('library.change.merge', names), edits))
      desk.say(words('library.merge.done', names), {
        title: words('page.undo'), run: () =>
          void history.turn('undo').then(refreshUsage).catch((failure: unknown) =>
            desk.warn(sentenceOf(failure))),
      })
      void refreshUsage()
      onClose()
      onDone()
    } catch (failure) {
      setProblem(failure instanceof ApiFailure && failure.status === 0 ? words('library.needsServer')
        : sentenceOf(failure))
      setBusy(false)
    }
  }
  return (
    <Dialog title={words('library.merge.title', { name })} onClose={onClose} width="narrow"
      actions={(
        <>
          <Button onClick={onClose}>{words('page.cancel')}</Button>
          <Button kind="primary" disabled={to === undefined || isBusy || usage === null}
            onClick={() => void merge()}>
            {words('library.merge.button')}
          </Button>
        </>
      )}>
      <div className="stack">
        <p>{words('library.merge.text', { name })}</p>
        {problem !== null && <Notice tone="bad">{problem}</Notice>}
        <Field label={words('library.merge.stays')}>
          {parts => (
            <select {...parts} className="ds-input" autoFocus value={target}
              onChange={event => setTarget(event.target.value)}>
              <option value="" disabled>{words('library.merge.choose')}</option>
              {others.map(item => <option key={item.ref.id}
                value={item.ref.id}>{textOf(item, 'name')}</option>)}
            </select>
          )}
        </Field>
        <p className="lb-consequence">
          {usage === null ? words('page.loading') : moving === '' ? words('library.merge.nothing')
            : words('library.merge.moves', { what: moving })}
        </p>
        {kind === 'touchpoint' && (
          <p className="soft small">{words('library.merge.keeps')} {words('library.merge.surveys',
            { name })}</p>
        )}
      </div>
    </Dialog>
  )
}
