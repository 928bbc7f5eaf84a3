import { useEffect, useRef, useState } from 'react'
import { Button, IconButton } from '../../design/Button'
import { words } from '../../words/words'
import { useList } from '../panels/fields/useObjects'
import { textOf } from '../panels/values/reading'
import { useEditor } from '../view/services'

/** A walk through the stages, one after the other, with nothing else on the screen. */
export function Presenter({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const { view } = useEditor()
  const stages = useList('stage')
  const [place, setPlace] = useState(0)
  const bar = useRef<HTMLDivElement>(null)
  const stage = stages[Math.min(place, stages.length - 1)]
  const close = useRef(onClose)
  close.current = onClose

  useEffect(() => {
    bar.current?.focus()
    const panel = view.state.panel
    view.openPanel(null)
    view.update({ isFullScreen: true })
    return () => {
      view.openPanel(panel)
      view.update({ isFullScreen: false })
      view.focusCanvas()
    }
  }, [view])
  useEffect(() => {
    if (stage === undefined) return
    view.go({ at: 'stage', stage: stage.ref.id })
    view.reveal({ at: 'stage', stage: stage.ref.id })
    bar.current?.focus()
  }, [view, stage])
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      // On a button the space bar presses it.
      if (event.key === ' ' && event.target instanceof HTMLButtonElement) return
      const step = ['ArrowRight', 'PageDown', ' '].includes(event.key)
        ? 1 : ['ArrowLeft', 'PageUp'].includes(event.key) ? -1 : 0
      if (event.key === 'Escape') close.current()
      else if (step !== 0) setPlace(now => Math.min(stages.length - 1, Math.max(0, now + step)))
      else return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('keydown', press, true)
    return () => window.removeEventListener('keydown', press, true)
  }, [stages.length])

  return (
    <div ref={bar} className="presenter" role="region" aria-label={words('shell.present')} tabIndex={-1}>
      <IconButton icon="chevronLeft" label={words('present.back')} disabled={place === 0}
        onClick={() => setPlace(place - 1)} />
      <div className="presenter-words" aria-live="polite">
        <strong>{stage === undefined ? words('present.noStages') : textOf(stage, 'name')}</strong>
        {stage !== undefined && <span>{textOf(stage, 'mindset')}</span>}
      </div>
      <span className="presenter-count">{stages.length === 0
        ? '' : words('present.count', { place: place + 1, count: stages.length })}</span>
      <IconButton icon="chevronRight" label={words('present.next')} disabled={place >= stages.length - 1}
        onClick={() => setPlace(place + 1)} />
      <Button size="small" kind="quiet" onClick={onClose}>{words('present.end')}</Button>
    </div>
  )
}
