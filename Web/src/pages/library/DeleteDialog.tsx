import { useMemo } from 'react'
import { textOf } from '../../core'
import { Button } from '../../design/Button'
import { Dialog } from '../../design/Dialog'
import { words } from '../../words/words'
import { useDesk } from '../frame/Desk'
import { sentenceOf } from '../frame/sentences'
import { pointingWords } from './consequences'
import type { LibraryKind } from './entries'
import { referencesTo } from './references'
import { everything, remove, useLibrary } from './useLibrary'

interface DeleteDialogProps {
  readonly kind: LibraryKind
  readonly id: string
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Tells what a deletion does to the maps before it is done. */
export function DeleteDialog({ kind, id, onClose, onDone }: DeleteDialogProps): JSX.Element {
  const library = useLibrary()
  const { document, history, usage } = library
  const { say, warn } = useDesk()
  const name = textOf(document.get({ kind, id }), 'name')
  const pointing = useMemo(() => pointingWords(referencesTo({ kind, id }, everything(library))),
    [kind, id, library])
  const go = (): void => {
    remove(library, { kind, id })
    say(words('library.deleted', { name }), {
      title: words('page.undo'), run: () => void history.turn('undo').catch((failure: unknown) =>
        warn(sentenceOf(failure))),
    })
    onClose()
    onDone()
  }
  const isFree = usage !== null && pointing === ''
  return (
    <Dialog title={words('library.delete.title', { name })} onClose={onClose} width="narrow"
      actions={(
        <>
          <Button onClick={onClose} autoFocus>{words('page.cancel')}</Button>
          <Button kind="danger" onClick={go}>{words('library.delete')}</Button>
        </>
      )}>
      <div className="stack">
        {isFree ? <p>{words('library.delete.free')}</p> : (
          <>
            <p className="lb-consequence">
              {usage === null && pointing === '' ? words('page.loading')
                : words('library.delete.used', { what: pointing })}
            </p>
            <p>{words(`library.delete.${kind}`)}</p>
            <p className="soft small">{words('library.delete.better')}</p>
          </>
        )}
      </div>
    </Dialog>
  )
}
