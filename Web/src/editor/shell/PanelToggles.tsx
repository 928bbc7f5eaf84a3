import { Icon } from '../../design/Icon'
import type { IconName } from '../../design/icons'
import { words } from '../../words/words'
import { urgentCount } from '../panels/findings/findings'
import { useFetched, usePanels } from '../panels/services/panels'
import { useView } from '../view/hooks'
import type { ViewState } from '../view/editorView'
import { useEditor } from '../view/services'
import { panelNames } from './shellCommands'
import type { PanelName } from './shellCommands'

export const panelIcons: Readonly<Record<PanelName, IconName>> = {
  inspector: 'info', findings: 'warning', personas: 'person', history: 'history',
}

const panelOf = (state: ViewState): string | null => state.panel

/** Opens and closes the panels; the findings show how many there are. */
export function PanelToggles({ isLabelled = false }: { readonly isLabelled?: boolean }): JSX.Element {
  const { view } = useEditor()
  const panel = useView(view, panelOf)
  const { insight } = usePanels()
  const findings = useFetched(insight.findings).content
  const urgent = findings === null ? 0 : urgentCount(findings)
  return (
    <div className="panel-toggles" role="group" aria-label={words('shell.panels')}>
      {panelNames.map(name => {
        const title = words(`panel.${name}`)
        const label = name === 'findings' && urgent > 0 ? words('findings.badge', { count: urgent }) : title
        return (
          <button key={name} type="button" aria-pressed={panel === name} aria-label={label} title={label}
            data-tour={name}
            onClick={() => view.openPanel(panel === name ? null : name)}>
            <Icon name={panelIcons[name]} />
            {isLabelled && <span className="toggle-label">{title}</span>}
            {name === 'findings' && urgent > 0 && <span className="badge"
              aria-hidden="true">{urgent > 99 ? '99+' : urgent}</span>}
          </button>
        )
      })}
    </div>
  )
}
