import { useCallback, useEffect } from 'react'
import type { MapDocument } from '../../core'
import { IconButton } from '../../design/Button'
import { useDocument } from '../../editor/view/hooks'
import { words } from '../../words/words'
import { useDesk } from '../frame/Desk'
import { sentenceOf } from '../frame/sentences'
import { useHistoryVersion, useLibrary } from './useLibrary'

/** Undo and redo, also by Ctrl-Z and Ctrl-Shift-Z outside of text fields. */
export function HistoryButtons(): JSX.Element {
  const library = useLibrary()
  const { history, document, refreshUsage } = library
  const { say, warn, attempt } = useDesk()
  useHistoryVersion()
  useDocument(document, nextOf)
  const turn = useCallback(async (direction: 'undo' | 'redo'): Promise<void> => {
    try {
      const turned = await attempt(() => history.turn(direction))
      if (turned === null) return
      say(words(direction === 'undo' ? 'page.wentBack' : 'page.wentForth', { intention: turned.intention }))
      void refreshUsage()
    } catch (problem) {
      warn(sentenceOf(problem))
    }
  }, [history, say, warn, attempt, refreshUsage])
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return
      const key = event.key.toLowerCase()
      const isField = event.target instanceof HTMLElement && event.target.matches('input, textarea, select')
      if (isField || (key !== 'z' && key !== 'y')) return
      event.preventDefault()
      void turn(key === 'y' || event.shiftKey ? 'redo' : 'undo')
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [turn])
  const [back, forth] = [history.next('undo'), history.next('redo')]
  return (
    <span className="lb-history">
      <IconButton icon="undo" disabled={back === null} onClick={() => void turn('undo')}
        label={back === null ? words('page.undo') : `${words('page.undo')}: ${back}`} />
      <IconButton icon="redo" disabled={forth === null} onClick={() => void turn('redo')}
        label={forth === null ? words('page.redo') : `${words('page.redo')}: ${forth}`} />
    </span>
  )
}

const nextOf = (document: MapDocument): string => `${document.nextUndo ?? ''}\n${document.nextRedo ?? ''}`
