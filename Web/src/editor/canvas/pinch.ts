import type { EditorView } from '../view/editorView'
import type { Gestures } from './gestures'
import type { Viewport } from './viewport'

/** Zooms with Ctrl and the wheel, and with two fingers; keeps a dragging finger from scrolling the page. */
export function watchPinch(
  element: HTMLElement,
  viewport: Viewport,
  view: EditorView,
  gestures: Gestures,
): () => void {
  let start: { distance: number; zoom: number } | null = null
  const distance = (touches: TouchList): number => {
    const [a, b] = [touches[0], touches[1]]
    return a === undefined || b === undefined ? 0 : Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY)
  }
  const wheel = (event: WheelEvent): void => {
    if (!event.ctrlKey && !event.metaKey) return
    event.preventDefault()
    viewport.zoomAt(
      { x: event.clientX, y: event.clientY },
      view.state.zoom * Math.exp(-event.deltaY * 0.0022),
    )
  }
  const touchStart = (event: TouchEvent): void => {
    if (event.touches.length !== 2) return
    gestures.cancel()
    start = { distance: distance(event.touches), zoom: view.state.zoom }
  }
  const touchMove = (event: TouchEvent): void => {
    if (gestures.isDragging) {
      event.preventDefault()
      return
    }
    const [a, b] = [event.touches[0], event.touches[1]]
    if (start === null || a === undefined || b === undefined || start.distance === 0) return
    event.preventDefault()
    const middle = { x: (a.clientX + b.clientX) / 2, y: (a.clientY + b.clientY) / 2 }
    viewport.zoomAt(middle, start.zoom * distance(event.touches) / start.distance)
  }
  const touchEnd = (event: TouchEvent): void => {
    if (event.touches.length < 2) start = null
  }
  element.addEventListener('wheel', wheel, { passive: false })
  element.addEventListener('touchstart', touchStart, { passive: true })
  element.addEventListener('touchmove', touchMove, { passive: false })
  element.addEventListener('touchend', touchEnd, { passive: true })
  return () => {
    element.removeEventListener('wheel', wheel)
    element.removeEventListener('touchstart', touchStart)
    element.removeEventListener('touchmove', touchMove)
    element.removeEventListener('touchend', touchEnd)
  }
}
