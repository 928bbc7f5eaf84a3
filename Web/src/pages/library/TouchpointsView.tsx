import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react'
import { textOf } from '../../core'
import { Button } from '../../design/Button'
import { EmptyState } from '../../design/EmptyState'
import { words } from '../../words/words'
import { touchpointEntries } from './entries'
import { FilterBar } from './FilterBar'
import { isFiltered, matching, noFilters, twins } from './filters'
import { NewTouchpoint } from './NewTouchpoint'
import { TouchpointPanel } from './TouchpointPanel'
import { TouchpointTable } from './TouchpointTable'
import { useItems, useLibrary } from './useLibrary'

interface TouchpointsViewProps {
  readonly open: string | null
  readonly onOpen: (id: string | null) => void
  /** False when the maps could not be asked where touchpoints stand. */
  readonly isUsageKnown: boolean
}

/** All touchpoints, with what narrows them down, and one of them at the side. */
export function TouchpointsView({ open, onOpen, isUsageKnown }: TouchpointsViewProps): JSX.Element {
  const { document, mayEdit, usage } = useLibrary()
  const items = useItems('touchpoint')
  const channels = useItems('channel')
  const departments = useItems('department')
  const [filters, setFilters] = useState(noFilters)
  const [isNew, setNew] = useState(false)
  const back = useRef<HTMLElement | null>(null)
  const entries = useMemo(() => touchpointEntries(document), [document, items, channels, departments])
  const used = useMemo(() => (usage === null ? undefined
    : (id: string): number => usage.places.get(id)?.length ?? 0), [usage])
  const wanted = useDeferredValue(filters)
  const shown = useMemo(() => matching(entries, wanted, used), [entries, wanted, used])
  const alike = useMemo(() => twins(entries), [entries])
  const openEntry = entries.find(entry => entry.id === open)

  const show = useCallback((id: string): void => {
    back.current = window.document.activeElement instanceof HTMLElement ? window.document.activeElement : null
    setNew(false)
    onOpen(id)
  }, [onOpen])
  const close = (): void => {
    setNew(false)
    onOpen(null)
    requestAnimationFrame(() => back.current?.focus())
  }
  const begin = (): void => {
    back.current = window.document.activeElement instanceof HTMLElement ? window.document.activeElement : null
    onOpen(null)
    setNew(true)
  }
  const addButton = mayEdit && <Button kind="primary" icon="add"
    onClick={begin}>{words('library.new')}</Button>
  return (
    <div className={openEntry !== undefined || isNew ? 'lb-split has-panel' : 'lb-split'}>
      <div className="lb-main">
        {entries.length === 0 && !isNew && (
          <div className="wp-card">
            <EmptyState level={2} icon="touchpoint" title={words('library.empty.touchpoint')}
              action={addButton}>
              {words('library.empty.touchpoint.text')}
            </EmptyState>
          </div>
        )}
        {entries.length > 0 && (
          <>
            <FilterBar filters={filters} onChange={setFilters} shown={shown.length} all={entries.length}
              hasTwins={alike.size > 0 || filters.use === 'twins'}
              channels={channels.map(item => ({ id: item.ref.id, name: textOf(item, 'name') }))}>
              {addButton}
            </FilterBar>
            {shown.length > 0
              ? <TouchpointTable entries={shown} alike={alike} open={open} onOpen={show}
                isUsageKnown={isUsageKnown} />
              : (
                <div className="wp-card">
                  <EmptyState level={2} icon="search" title={words('library.nothing')}
                    action={isFiltered(filters) && <Button onClick={() =>
                      setFilters(noFilters)}>{words('library.filter.clear')}</Button>}>
                    {words('library.nothing.text')}
                  </EmptyState>
                </div>
              )}
          </>
        )}
      </div>
      {isNew && <NewTouchpoint name={filters.text} onClose={close}
        onAdded={id => { setNew(false); onOpen(id) }} />}
      {!isNew && openEntry !== undefined && (
        <TouchpointPanel key={openEntry.id} entry={openEntry} onClose={close} onGone={() => onOpen(null)} />
      )}
    </div>
  )
}
