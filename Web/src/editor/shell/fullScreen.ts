import { useEffect } from 'react'
import type { ViewState } from '../view/editorView'
import { useView } from '../view/hooks'
import { useEditor } from '../view/services'

const isFullOf = (state: ViewState): boolean => state.isFullScreen

/** Keeps browser and view in step: the view asks for the full screen, and the browser can leave it by itself. */
export function useFullScreen(): void {
  const { view } = useEditor()
  const isWanted = useView(view, isFullOf)
  useEffect(() => {
    const change = (): void => view.update({ isFullScreen: window.document.fullscreenElement !== null })
    window.document.addEventListener('fullscreenchange', change)
    return () => window.document.removeEventListener('fullscreenchange', change)
  }, [view])
  useEffect(() => {
    if (isWanted === (window.document.fullscreenElement !== null)) return
    const turn = isWanted
      ? window.document.documentElement.requestFullscreen() : window.document.exitFullscreen()
    // A browser that refuses leaves everything as it is.
    turn.catch(() => view.update({ isFullScreen: window.document.fullscreenElement !== null }))
  }, [view, isWanted])
}
