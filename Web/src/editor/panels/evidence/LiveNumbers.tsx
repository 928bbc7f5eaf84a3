import { useEffect, useId, useState } from 'react'
import { Icon } from '../../../design/Icon'
import { words } from '../../../words/words'
import type { NumberRow } from '../services/panelServices'
import { usePanels } from '../services/panels'

/** Numbers from events and answers, each with its sample, its interval and, when asked for, its rule. */
export function LiveNumbers({ rows }: { readonly rows: readonly NumberRow[] }): JSX.Element {
  return (
    <>
      <dl className="live-numbers">{rows.map(row => <LiveNumber key={row.label} row={row} />)}</dl>
      <a className="definitions-link" href="/definitions"
        target="_blank">{words('numbers.allDefinitions')}</a>
    </>
  )
}

function LiveNumber({ row }: { readonly row: NumberRow }): JSX.Element {
  const [isExplained, setExplained] = useState(false)
  const definition = useDefinition(row.definition, isExplained)
  const id = useId()
  const interval = row.low === null || row.high === null
    ? '' : words('numbers.interval', { low: row.low, high: row.high })
  const sample = row.n === null ? '' : words('numbers.sample', { n: row.n.toLocaleString() })
  const note = [sample, interval, row.note].filter(text => text !== '').join(' · ')
  return (
    <div className="live-number">
      <dt>
        {row.label}
        {row.definition !== '' && (
          <button type="button" className="definition-button" aria-expanded={isExplained} aria-controls={id}
            aria-label={words('numbers.definition', { name: row.label })} onClick={() => setExplained(!isExplained)}>
            <Icon name="info" size={14} />
          </button>
        )}
      </dt>
      <dd>
        <span className="live-value">{row.value}</span>
        {note !== '' && <span className="live-note">{note}</span>}
        {(row.isLowBase || row.isSynthetic) && (
          <span className="live-note">
            {row.isLowBase && <span className="chip warn">{words('numbers.lowBase')}</span>}
            {row.isSynthetic && <span className="chip warn">{words('numbers.synthetic')}</span>}
          </span>
        )}
        <p id={id} className="live-definition" hidden={!isExplained}>{definition ?? words('panel.loading')}</p>
      </dd>
    </div>
  )
}

/** A definition's words; one that is only named is asked for when somebody wants to read it. */
function useDefinition(definition: string, isWanted: boolean): string | null {
  const { services } = usePanels()
  const isWords = definition.includes(' ')
  const [found, setFound] = useState<string | null>(null)
  useEffect(() => {
    if (isWords || !isWanted || found !== null) return undefined
    let isCurrent = true
    const show = (text: string | null): void => {
      if (isCurrent) setFound(text ?? words('numbers.noDefinition'))
    }
    services.definition(definition).then(show).catch(() => show(null))
    return () => { isCurrent = false }
  }, [services, definition, isWords, isWanted, found])
  return isWords ? definition : found
}
