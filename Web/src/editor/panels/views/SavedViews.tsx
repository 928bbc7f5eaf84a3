import { useEffect, useMemo, useState } from 'react'
import { Button, IconButton } from '../../../design/Button'
import { Icon } from '../../../design/Icon'
import { words } from '../../../words/words'
import { useEditor } from '../../view/services'
import { useList, useMap, useMayEdit } from '../fields/useObjects'
import { useFetched, usePanels } from '../services/panels'
import { Refreshed } from '../services/refreshed'
import { textsOf } from '../values/reading'
import { appliedTo, settingsOf } from './settings'
import type { SavedView } from './settings'

/** Ways of looking at the map that were given a name: own ones and those of the team. */
export function SavedViews({ onApplied }: { readonly onApplied: () => void }): JSX.Element {
  const { document, view } = useEditor()
  const { services } = usePanels()
  const isEditable = useMayEdit()
  const lanes = useList('lane')
  const map = useMap()
  const source = useMemo(() => new Refreshed(() => services.views(document.map)), [document, services])
  const { content, problem } = useFetched(source)
  const [name, setName] = useState<string | null>(null)
  const [isShared, setShared] = useState(false)
  useEffect(() => {
    void source.refresh()
    return () => source.close()
  }, [source])

  const run = async (work: Promise<void>): Promise<void> => {
    try {
      await work
    } catch (failure) {
      view.tell(failure instanceof Error ? failure.message : String(failure), { tone: 'problem' })
    }
    await source.refresh()
  }
  const apply = (saved: SavedView): void => {
    const known = { lanes: new Set(lanes.map(lane => lane.ref.id)),
      personas: new Set(textsOf(map, 'personas')) }
    view.update(appliedTo(saved.settings, known.lanes, known.personas))
    view.announce(words('view.applied', { name: saved.name }))
    onApplied()
  }
  const save = (): void => {
    const title = name?.trim() ?? ''
    if (title === '') return
    setName(null)
    void run(services.saveView(document.map, { name: title, isShared, settings: settingsOf(view.state) }))
  }

  return (
    <div className="saved-views">
      <div className="lane-filter-head"><h4>{words('view.saved')}</h4></div>
      {problem !== null && <p className="panel-hint is-problem">{problem}</p>}
      {content !== null && content.length === 0 && <p className="panel-hint">{words('view.noneSaved')}</p>}
      <ul>
        {content?.map(saved => (
          <li key={saved.id}>
            <button type="button" className="saved-view" onClick={() => apply(saved)}>
              <Icon name={saved.isShared ? 'people' : 'eye'} size={14} />
              <span>{saved.name}</span>
              {saved.isShared && <span className="soft small">{words('view.shared')}</span>}
            </button>
            {(saved.isOwn || (saved.isShared && isEditable)) && (
              <IconButton icon="trash" size="small" label={words('view.delete', { name: saved.name })}
                onClick={() => { void run(services.deleteView(saved.id)) }} />
            )}
          </li>
        ))}
      </ul>
      {name === null
        ? <Button size="small" icon="add" onClick={() => setName('')}>{words('view.save')}</Button>
        : (
          <form className="save-view" onSubmit={event => { event.preventDefault(); save() }}
            onKeyDown={event => { if (event.key === 'Escape') { event.stopPropagation(); setName(null) } }}>
            <input className="ds-input" autoFocus aria-label={words('view.name')}
              placeholder={words('view.name')} value={name}
              onChange={event => setName(event.target.value)} />
            {isEditable && (
              <label className="check-row">
                <input type="checkbox" checked={isShared} onChange={() => setShared(!isShared)} />
                <span>{words('view.share')}</span>
              </label>
            )}
            <div className="button-row is-end">
              <Button size="small" kind="quiet" onClick={() => setName(null)}>{words('panel.cancel')}</Button>
              <Button size="small" kind="primary" type="submit"
                disabled={name.trim() === ''}>{words('panel.save')}</Button>
            </div>
          </form>
        )}
    </div>
  )
}
