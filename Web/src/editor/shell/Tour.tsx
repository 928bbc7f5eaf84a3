import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Button } from '../../design/Button'
import { words } from '../../words/words'
import { usePanels } from '../panels/services/panels'
import { useEditor } from '../view/services'
import { besideBox, tourSetting, tourSteps } from './tourSteps'
import type { Box } from './tourSteps'

/** Shows the tour to whoever has never seen it. */
export function useFirstTour(): void {
  const { view } = useEditor()
  const { account } = usePanels()
  useEffect(() => {
    if (account === null || account.settings[tourSetting] === true || view.state.dialog !== null) return
    view.openDialog('tour')
  }, [account, view])
}

/** Five steps through the editor, each beside what it is about; it can be left at any time. */
export function Tour({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const { view } = useEditor()
  const { services } = usePanels()
  const [place, setPlace] = useState(0)
  const [anchor, setAnchor] = useState<Box | null>(null)
  const [position, setPosition] = useState<{ readonly left: number; readonly top: number } | null>(null)
  const card = useRef<HTMLDivElement>(null)
  const step = tourSteps[place] ?? tourSteps[0]

  useLayoutEffect(() => {
    const put = (): void => {
      const target = step.anchors.map(find).find(found => found !== null) ?? null
      const own = card.current?.getBoundingClientRect()
      const box = target?.getBoundingClientRect() ?? null
      setAnchor(box === null ? null : { left: box.left, top: box.top, width: box.width, height: box.height })
      if (own !== undefined) setPosition(besideBox(box, own,
        { width: window.innerWidth, height: window.innerHeight }))
    }
    put()
    window.addEventListener('resize', put)
    return () => window.removeEventListener('resize', put)
  }, [step])
  // What is hidden cannot take the keyboard: the card waits for its place first.
  const isPlaced = position !== null
  useEffect(() => { card.current?.querySelector<HTMLElement>('.is-primary')?.focus() }, [place, isPlaced])

  const end = (): void => {
    onClose()
    view.focusCanvas()
    // If it cannot be remembered, the tour comes once more: better than not at all.
    services.saveSettings({ [tourSetting]: true }).catch(() => undefined)
  }
  const isLast = place === tourSteps.length - 1
  return (
    <>
      {anchor !== null && (
        <div className="tour-ring" aria-hidden="true"
          style={{ left: anchor.left - 4, top: anchor.top - 4, width: anchor.width + 8,
            height: anchor.height + 8 }} />
      )}
      <div ref={card} className="tour-card" role="dialog" aria-labelledby="tour-title"
        aria-describedby="tour-text"
        style={position === null ? { visibility: 'hidden' } : position}
        onKeyDown={event => {
          event.stopPropagation()
          if (event.key === 'Escape') end()
        }}>
        <p className="tour-count">{words('tour.count', { place: place + 1, count: tourSteps.length })}</p>
        <h2 id="tour-title">{words(`tour.${step.name}.title`)}</h2>
        <p id="tour-text">{words(`tour.${step.name}.text`)}</p>
        <div className="button-row">
          {!isLast && <Button size="small" kind="quiet" onClick={end}>{words('tour.skip')}</Button>}
          <span className="gap" />
          {place > 0 && <Button size="small"
            onClick={() => setPlace(place - 1)}>{words('tour.back')}</Button>}
          <Button size="small" kind="primary" onClick={() => { if (isLast) end(); else setPlace(place + 1) }}>
            {words(isLast ? 'tour.done' : 'tour.next')}
          </Button>
        </div>
      </div>
    </>
  )
}

/** An element that can be seen, by selector. */
function find(selector: string): Element | null {
  return [...document.querySelectorAll(selector)].find(element => {
    const box = element.getBoundingClientRect()
    return box.width > 0 && box.height > 0
  }) ?? null
}
