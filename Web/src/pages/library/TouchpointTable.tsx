import { Icon } from '../../design/Icon'
import { iconOfChannel } from '../../editor/canvas/library'
import { words } from '../../words/words'
import { isInner } from './entries'
import type { TouchpointEntry } from './entries'
import { useLibrary } from './useLibrary'

interface TouchpointTableProps {
  readonly entries: readonly TouchpointEntry[]
  readonly alike: ReadonlySet<string>
  readonly open: string | null
  readonly onOpen: (id: string) => void
  readonly isUsageKnown: boolean
}

const columns = ['name', 'channel', 'side', 'setting', 'influence', 'departments', 'use'] as const

/** The touchpoints as a table; on narrow windows each is a card. */
export function TouchpointTable({ entries, alike, open, onOpen,
  isUsageKnown }: TouchpointTableProps): JSX.Element {
  return (
    <div className="lb-table-box">
      <table className="lb-table">
        <caption className="visually-hidden">{words('library.tab.touchpoint')}</caption>
        <thead>
          <tr>{columns.map(column => <th key={column}
            scope="col">{words(`library.column.${column}`)}</th>)}</tr>
        </thead>
        <tbody>
          {entries.map(entry => (
            <Row key={entry.id} entry={entry} isOpen={entry.id === open} isTwin={alike.has(entry.id)}
              onOpen={onOpen}
              isUsageKnown={isUsageKnown} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface RowProps {
  readonly entry: TouchpointEntry
  readonly isOpen: boolean
  readonly isTwin: boolean
  readonly onOpen: (id: string) => void
  readonly isUsageKnown: boolean
}

function Row({ entry, isOpen, isTwin, onOpen, isUsageKnown }: RowProps): JSX.Element {
  const { channel, departments } = entry
  return (
    <tr className={isOpen ? 'is-open' : ''} onClick={() => onOpen(entry.id)}>
      <th scope="row">
        <button type="button" className="lb-name" aria-expanded={isOpen}
          onClick={event => { event.stopPropagation(); onOpen(entry.id) }}>
          <span className={isInner(entry) ? 'lb-sign is-inner' : 'lb-sign'}>
            <Icon name={channel === null ? 'touchpoint' : iconOfChannel(channel.name)} />
          </span>
          <span>
            {entry.name === '' ? <i>{words('library.noName')}</i> : entry.name}
            {isTwin && <small>{words('library.twin')}</small>}
          </span>
        </button>
      </th>
      <td data-label={words('library.column.channel')}>{channel?.name
        ?? <span className="lb-none">–</span>}</td>
      <td data-label={words('library.column.side')}><Side entry={entry} /></td>
      <td data-label={words('library.column.setting')}>{words(`library.${entry.setting}`)}</td>
      <td data-label={words('library.column.influence')}>
        <span className={`lb-influence is-${entry.influence}`}>{words(`library.influence.${entry.influence}`)}</span>
      </td>
      <td data-label={words('library.column.departments')}>
        {departments.length === 0 ? <span className="lb-none">–</span>
          : departments.map(each => each.name).join(', ')}
      </td>
      <td data-label={words('library.column.use')}><Use id={entry.id} isKnown={isUsageKnown} /></td>
    </tr>
  )
}

/** Inner or outer, and what kind of outer. */
export function Side({ entry }: { readonly entry: TouchpointEntry }): JSX.Element {
  if (isInner(entry)) return <span className="lb-side is-inner">{words('library.inner')}</span>
  return (
    <span className="lb-side">
      {words('library.outer')}<small>{words(entry.ownership === 'paid' ? 'library.paid'
        : 'library.third')}</small>
    </span>
  )
}

function Use({ id, isKnown }: { readonly id: string; readonly isKnown: boolean }): JSX.Element {
  const { usage } = useLibrary()
  if (usage === null) {
    return isKnown ? <span className="ds-skeleton-row lb-wait" aria-hidden="true" />
      : <span className="lb-none">{words('library.useUnknown')}</span>
  }
  const places = usage.places.get(id) ?? []
  if (places.length === 0) return <span className="lb-none">{words('library.nowhere')}</span>
  return (
    <span className="lb-use" title={places.map(place =>
      `${place.mapName}: ${place.stages.join(', ')}`).join('\n')}>
      {places.length === 1 ? places[0]?.mapName : words('library.onMaps', { count: places.length })}
      <small>{[...new Set(places.flatMap(place => place.stages))].slice(0, 3).join(', ')}</small>
    </span>
  )
}
