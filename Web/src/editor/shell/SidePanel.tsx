import { useEffect, useRef, useState } from 'react'
import { IconButton } from '../../design/Button'
import { Icon } from '../../design/Icon'
import { words } from '../../words/words'
import { FindingsPanel } from '../panels/findings/FindingsPanel'
import { urgentCount } from '../panels/findings/findings'
import { HistoryPanel } from '../panels/history/HistoryPanel'
import { Inspector } from '../panels/Inspector'
import { PersonaPanel } from '../panels/personas/PersonaPanel'
import { useFetched, usePanels } from '../panels/services/panels'
import { useView } from '../view/hooks'
import type { ViewState } from '../view/editorView'
import { useEditor } from '../view/services'
import { panelIcons } from './PanelToggles'
import { isPanelName, panelNames } from './shellCommands'
import type { PanelName } from './shellCommands'

const panelOf = (state: ViewState): string | null => state.panel
const remembered = 'waymark.editor.panel'

/** From this width on the panel is open at the start, in pixels. */
const roomy = 1200

/** The panel beside the map (a sheet from below on a small screen): details, findings, persona, history. */
export function SidePanel(): JSX.Element | null {
  const { view } = useEditor()
  const panel = useView(view, panelOf)
  const { insight } = usePanels()
  const findings = useFetched(insight.findings).content
  const [isTall, setTall] = useState(false)
  const body = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (view.state.panel !== null || window.innerWidth < roomy) return
    const last = read(remembered)
    if (last !== '') view.openPanel(isPanelName(last) ? last : 'inspector')
  }, [view])
  useEffect(() => {
    if (window.innerWidth >= roomy) write(remembered, panel ?? '')
    body.current?.scrollTo(0, 0)
  }, [panel])

  if (!isPanelName(panel)) return null
  const close = (): void => {
    view.openPanel(null)
    view.focusCanvas()
  }
  return (
    <aside className={`side-panel${isTall ? ' is-tall' : ''}`} data-panel={panel} aria-label={words(`panel.${panel}`)} tabIndex={-1}
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.stopPropagation()
        view.focusCanvas()
      }}>
      <button type="button" className="sheet-grip" aria-expanded={isTall}
        aria-label={words(isTall ? 'panel.lower' : 'panel.raise')}
        onClick={() => setTall(!isTall)} />
      <header className="side-panel-head">
        <div role="tablist" aria-label={words('shell.panels')} className="panel-tabs"
          onKeyDown={event => {
            const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
            if (step === 0) return
            event.preventDefault()
            const next = panelNames[(panelNames.indexOf(panel) + step + panelNames.length) % panelNames.length] ?? panel
            view.openPanel(next)
            event.currentTarget.querySelector<HTMLElement>(`[data-tab="${next}"]`)?.focus()
          }}>
          {panelNames.map(name => (
            <button key={name} type="button" role="tab" id={`tab-${name}`} data-tab={name} aria-selected={name === panel}
              aria-controls="panel-body" tabIndex={name === panel ? 0 : -1}
              onClick={() => view.openPanel(name)}>
              <Icon name={panelIcons[name]} size={14} />
              <span>{words(`panel.${name}`)}</span>
              {name === 'findings' && findings !== null && urgentCount(findings) > 0 && (
                <span className="badge">{urgentCount(findings)}</span>
              )}
            </button>
          ))}
        </div>
        <IconButton icon="close" label={words('panel.close')} onClick={close} />
      </header>
      <div ref={body} id="panel-body" className="panel-body" role="tabpanel" aria-labelledby={`tab-${panel}`}>
        {(panel === 'findings' || panel === 'history') && <h2 className="visually-hidden">{words(`panel.${panel}`)}</h2>}
        <PanelContent panel={panel} />
      </div>
    </aside>
  )
}

function PanelContent({ panel }: { readonly panel: PanelName }): JSX.Element {
  switch (panel) {
    case 'inspector': return <Inspector />
    case 'findings': return <FindingsPanel />
    case 'personas': return <PersonaPanel />
    case 'history': return <HistoryPanel />
  }
}

/** What this browser remembers; null: it never was asked, or it keeps nothing. */
function read(name: string): string | null {
  try {
    return window.localStorage.getItem(name)
  } catch {
    return null
  }
}

function write(name: string, value: string): void {
  try {
    window.localStorage.setItem(name, value)
  } catch {
    // The panel opens the usual way next time.
  }
}
