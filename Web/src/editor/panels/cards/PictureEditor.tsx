import { useEffect, useRef, useState } from 'react'
import type { Ref } from '../../../core/types'
import { Button } from '../../../design/Button'
import { Icon } from '../../../design/Icon'
import { words } from '../../../words/words'
import { useEditor } from '../../view/services'
import { setProperty } from '../changes/changes'
import { useItem, useMayEdit } from '../fields/useObjects'
import { pictureIn, refusalOf } from '../values/pictures'
import { optionalText } from '../values/reading'

interface PictureEditorProps {
  readonly object: Ref
  /** What the picture shows, for those who do not see it. */
  readonly description: string
}

/** A picture: chosen, dragged here or pasted. It is stored by the server and never run as a document. */
export function PictureEditor({ object, description }: PictureEditorProps): JSX.Element {
  const { document, services } = useEditor()
  const picture = optionalText(useItem(object), 'picture')
  const isEditable = useMayEdit()
  const [isOver, setOver] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const chooser = useRef<HTMLInputElement>(null)

  const take = async (file: File | null): Promise<void> => {
    if (file === null) return
    const refusal = await refusalOf(file)
    if (refusal !== null) {
      setProblem(words(`picture.${refusal}`))
      return
    }
    setProblem(null)
    setBusy(true)
    try {
      const hash = await services.uploadPicture(file)
      setProperty(document, object, 'picture', hash, words('change.picture'))
    } catch (failure) {
      setProblem(failure instanceof Error ? failure.message : words('picture.failed'))
    }
    setBusy(false)
  }
  const latest = useRef(take)
  latest.current = take

  // A picture pasted while the panel has the keyboard is meant for this place; texts go where the caret is.
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const isInPanel = event.target instanceof Element && event.target.closest('[data-panel]') !== null
      const file = event.clipboardData === null ? null : pictureIn(event.clipboardData)
      if (!isInPanel || !isEditable || file === null) return
      event.preventDefault()
      event.stopPropagation()
      void latest.current(file)
    }
    window.document.addEventListener('paste', paste, true)
    return () => window.document.removeEventListener('paste', paste, true)
  }, [isEditable])

  return (
    <div className={`picture-editor${isOver ? ' is-over' : ''}`}
      onDragOver={event => {
        if (!isEditable || !event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault()
        setOver(false)
        if (isEditable) void take(event.dataTransfer.files[0] ?? null)
      }}>
      {picture !== null && <img src={services.pictureAddress(picture)} alt={description} />}
      {isEditable && (
        <div className="picture-actions">
          {picture === null && (
            <p><Icon name="image" size={20} />{words(isBusy ? 'picture.uploading' : 'picture.drop')}</p>
          )}
          <div className="button-row">
            <Button size="small" disabled={isBusy} data-field="picture"
              onClick={() => chooser.current?.click()}>
              {words(picture === null ? 'picture.choose' : 'picture.replace')}
            </Button>
            {picture !== null && (
              <Button size="small" kind="quiet" icon="trash"
                onClick={() => setProperty(document, object, 'picture', null, words('change.noPicture'))}>
                {words('picture.remove')}
              </Button>
            )}
          </div>
        </div>
      )}
      <input ref={chooser} type="file" accept="image/png,image/jpeg,image/webp,image/gif" hidden tabIndex={-1}
        aria-label={words('picture.choose')}
        onChange={event => {
          void take(event.target.files?.[0] ?? null)
          event.target.value = ''
        }} />
      {problem !== null && <p className="panel-hint is-problem" role="alert">{problem}</p>}
    </div>
  )
}
