import { useId, useState } from 'react'
import { Icon } from '../../../design/Icon'
import { words } from '../../../words/words'
import type { NumberRow } from '../services/panelServices'

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
  const id = useId()
  const interval = row.low === null || row.high === null
    ? '' : words('numbers.interval', { low: row.low, high: row.high })
  const sample = row.n === null ? '' : words('numbers.sample', { n: row.n.toLocaleString() })
  const note = [sample, interval].filter(text => text !== '').join(' · ')
  return (
    <div className="live-number">
      <dt>
        {row.label}
        {row.definition !== '' && (
          <button type="button" className="definition-button" aria-expanded={isExplained} aria-controls={id}
            aria-label={words('numbers.definition', { name: row.label })}
            onClick={() => setExplained(!isExplained)}>
            <Icon name="info" size={14} />
          </button>
        )}
      </dt>
      <dd>
        <span className="live-value">{row.value}</span>
        {note !== '' && <span className="live-note">{note}</span>}
        <p id={id} className="live-definition" hidden={!isExplained}>{row.definition}</p>
      </dd>
    </div>
  )
}
