import { useEffect, useRef, useState } from 'react'
import type { MapDocument, SaveState } from '../../core/types'
import { words } from '../../words/words'
import { useRevisionOf } from '../panels/fields/useObjects'
import { useView } from '../view/hooks'
import type { ViewState } from '../view/editorView'
import { useEditor } from '../view/services'

const announcementOf = (state: ViewState): string => state.announcement
const kindOf = (document: MapDocument): SaveState['kind'] => document.saveState.kind

/** Speaks what happens to those who cannot see it: announcements, and going offline and back. */
export function Announcer(): JSX.Element {
  const { view } = useEditor()
  const announcement = useView(view, announcementOf)
  const kind = useRevisionOf(kindOf)
  const [spoken, setSpoken] = useState('')
  const wasOffline = useRef(false)
  useEffect(() => {
    if (kind === 'offline' && !wasOffline.current) setSpoken(words('banner.offline'))
    if (kind === 'saved' && wasOffline.current) setSpoken(words('banner.back'))
    if (kind === 'offline') wasOffline.current = true
    else if (kind === 'saved') wasOffline.current = false
  }, [kind])
  return (
    <>
      <div className="visually-hidden" role="status" aria-live="polite">{announcement}</div>
      <div className="visually-hidden" role="status" aria-live="polite">{spoken}</div>
    </>
  )
}
