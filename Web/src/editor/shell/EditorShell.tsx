import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { Toasts } from '../../design/Toast'
import { CurveLegend } from '../panels/personas/PersonaPanel'
import { showObject } from '../panels/showing'
import type { Kind } from '../../core/types'
import { useView } from '../view/hooks'
import type { ViewState } from '../view/editorView'
import { useEditor } from '../view/services'
import { Announcer } from './Announcer'
import { Banner } from './Banner'
import { Dialogs } from './Dialogs'
import { EmptyMapHint } from './EmptyMapHint'
import { useShellKeys } from './shellKeys'
import { shellCommands } from './shellCommands'
import { SidePanel } from './SidePanel'
import { applyTheme } from './theme'
import { TopBar } from './TopBar'
import { PhoneBar } from './PhoneBar'
import { useFullScreen } from './fullScreen'

interface EditorShellProps {
  /** The canvas itself. */
  readonly children: ReactNode
  /** The dialog that shares the map; without one a page does. */
  readonly shareDialog?: (onClose: () => void) => ReactNode
}

const noticesOf = (state: ViewState): ViewState['notices'] => state.notices
const dialogOf = (state: ViewState): string | null => state.dialog?.name ?? null

/** The editor's whole screen: the bar above, the canvas, the panel beside it, and what comes in front. */
export function EditorShell({ children, shareDialog }: EditorShellProps): JSX.Element {
  const { commands, document, view } = useEditor()
  const notices = useView(view, noticesOf)
  const isPresenting = useView(view, dialogOf) === 'present'
  const isStarted = useRef(false)
  if (!isStarted.current) {
    isStarted.current = true
    commands.register(...shellCommands)
    applyTheme()
  }
  useShellKeys()
  useFullScreen()

  useEffect(() => document.onNotice(notice => {
    view.tell(notice.hint === undefined ? notice.message : `${notice.message} ${notice.hint}`, { tone: 'problem' })
  }), [document, view])
  useEffect(() => {
    // A link to one thing of the map: /maps/m/edit#card/c1.
    const [kind, id] = decodeURIComponent(window.location.hash.slice(1)).split('/')
    if (kind !== undefined && id !== undefined && id !== '') {
      showObject(document, view, { kind: kind as Kind, id, map: document.map })
    }
  }, [document, view])

  return (
    <div className={`editor-shell${isPresenting ? ' is-presenting' : ''}`}>
      <TopBar />
      <Banner />
      <div className="editor-middle">
        <main className="editor-canvas" data-tour="canvas">
          {children}
          <CurveLegend />
          <EmptyMapHint />
        </main>
        <SidePanel />
      </div>
      <PhoneBar />
      <Dialogs {...(shareDialog === undefined ? {} : { shareDialog })} />
      <Toasts messages={notices} onDismiss={id => view.dismiss(id)} />
      <Announcer />
    </div>
  )
}
