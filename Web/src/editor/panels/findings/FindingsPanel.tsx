import { Button } from '../../../design/Button'
import { EmptyState } from '../../../design/EmptyState'
import { Icon } from '../../../design/Icon'
import { words } from '../../../words/words'
import { useEditor } from '../../view/services'
import { addSolution, remove, setProperty } from '../changes/changes'
import { useMayEdit } from '../fields/useObjects'
import { useFetched, usePanels } from '../services/panels'
import { focusField, showCard, showObject } from '../showing'
import { titleOf } from '../cards/titles'
import { bySeverity, fixFor } from './findings'
import type { Finding, Fix } from './findings'

const signs = { error: 'warning', warning: 'warning', note: 'info' } as const

/** What the rules find on the map as one types: gravest first, each with what to do about it. */
export function FindingsPanel(): JSX.Element {
  const { insight } = usePanels()
  const { content, isLoading, problem } = useFetched(insight.findings)
  if (content === null) {
    return (
      <div className="panel-section">
        <p className={problem === null ? 'panel-hint' : 'panel-hint is-problem'}
          role={problem === null ? undefined : 'alert'}>
          {problem ?? words('panel.loading')}
        </p>
        {problem !== null && <Button size="small"
          onClick={() => { void insight.findings.refresh() }}>{words('panel.tryAgain')}</Button>}
      </div>
    )
  }
  if (content.length === 0) {
    return <EmptyState icon="solution"
      title={words('findings.none')}>{words('findings.noneText')}</EmptyState>
  }
  return (
    <div className="findings-panel" aria-busy={isLoading}>
      {problem !== null && <p className="panel-section panel-hint is-problem">{problem}</p>}
      {bySeverity(content).map(group => (
        <section key={group.severity} className={`panel-section is-${group.severity}`}>
          <h3>
            <Icon name={signs[group.severity]} size={14} />
            {words(`findings.${group.severity}`)}
            <span className="count">{group.findings.length}</span>
          </h3>
          <ul>
            {group.findings.map((finding, index) => (
              <FindingRow key={`${finding.code}/${finding.subject.kind}/${finding.subject.id}/${index}`} finding={finding} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function FindingRow({ finding }: { readonly finding: Finding }): JSX.Element {
  const { document, view } = useEditor()
  const isEditable = useMayEdit()
  const fix = fixFor(finding)
  const item = document.get(finding.subject)
  const show = (): void => {
    if (!showObject(document, view, finding.subject) && finding.subject.kind === 'map') {
      view.go(null)
      view.openPanel('inspector')
    }
  }
  return (
    <li className="finding-row">
      <button type="button" className="finding-text" onClick={show}>
        {item !== undefined && finding.subject.kind !== 'map' && <span
          className="finding-subject">{titleOf(document, item)}</span>}
        <span className="finding-message">{sentence(finding.message)}</span>
        {finding.hint !== null && <span className="finding-hint">{sentence(finding.hint)}</span>}
      </button>
      {fix !== null && isEditable && (
        <Button size="small" onClick={() => applyFix(fix)}>{words(`fix.${fix.kind}`)}</Button>
      )}
    </li>
  )

  function applyFix(fix: Fix): void {
    switch (fix.kind) {
      case 'addSolution': {
        const added = addSolution(document, fix.card)
        if (added !== null) showCard(document, view, added, { types: true })
        return
      }
      case 'clear': return setProperty(document, fix.object, fix.property, null,
        words('change.set', { name: fix.property }))
      case 'delete': return item === undefined ? undefined : remove(document, [item])
      case 'panel': return view.openPanel(fix.panel)
      case 'focus':
        show()
        view.openPanel('inspector')
        focusField(fix.field)
    }
  }
}

/** A message of the rules as a sentence: it begins large. */
const sentence = (text: string): string => text.slice(0, 1).toLocaleUpperCase() + text.slice(1)
