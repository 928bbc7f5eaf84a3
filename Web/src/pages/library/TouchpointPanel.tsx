import { useState } from 'react'
import type { Ref } from '../../core'
import { Button } from '../../design/Button'
import { words } from '../../words/words'
import { DeleteDialog } from './DeleteDialog'
import type { TouchpointEntry } from './entries'
import { LeavingField } from './LeavingField'
import { MergeDialog } from './MergeDialog'
import { Panel } from './Panel'
import { TouchpointFields } from './TouchpointFields'
import { rename, setProperty, useLibrary } from './useLibrary'

interface TouchpointPanelProps {
  readonly entry: TouchpointEntry
  readonly onClose: () => void
  readonly onGone: () => void
}

/** One touchpoint at the side: its fields, where it stands, and what can be done with it. */
export function TouchpointPanel({ entry, onClose, onGone }: TouchpointPanelProps): JSX.Element {
  const library = useLibrary()
  const { mayEdit } = library
  const [dialog, setDialog] = useState<'merge' | 'delete' | null>(null)
  const ref: Ref = { kind: 'touchpoint', id: entry.id }
  return (
    <Panel title={entry.name === '' ? words('library.noName') : entry.name}
      label={words('library.panel', { name: entry.name })}
      eyebrow={words('library.one.touchpoint')} onClose={onClose}>
      <LeavingField label={words('library.field.name')} value={entry.name} isDisabled={!mayEdit}
        onCommit={name => rename(library, ref, name)} />
      <TouchpointFields entry={entry} isDisabled={!mayEdit}
        onSet={(property, value, what) => setProperty(library, ref, property, value, what)} />
      <LeavingField label={words('library.field.note')} value={entry.note} isMultiline isDisabled={!mayEdit}
        placeholder={words('library.field.noteExample')}
        onCommit={note => setProperty(library, ref, 'note', note, words('library.field.note'))} />
      <Places id={entry.id} />
      {mayEdit && (
        <div className="lb-panel-foot">
          <Button icon="merge" size="small" onClick={() =>
            setDialog('merge')}>{words('library.merge')}</Button>
          <Button icon="trash" size="small" kind="danger"
            onClick={() => setDialog('delete')}>{words('library.delete')}</Button>
        </div>
      )}
      {dialog === 'merge' && (
        <MergeDialog kind="touchpoint" id={entry.id} onClose={() => setDialog(null)} onDone={onGone} />
      )}
      {dialog === 'delete' && (
        <DeleteDialog kind="touchpoint" id={entry.id} onClose={() => setDialog(null)} onDone={onGone} />
      )}
    </Panel>
  )
}

/** The maps and stages in which it stands, each a way there. */
function Places({ id }: { readonly id: string }): JSX.Element {
  const { usage } = useLibrary()
  const places = usage?.places.get(id) ?? []
  return (
    <section className="lb-places">
      <h3>{words('library.where')}</h3>
      {usage === null && <p className="lb-hint">{words('page.loading')}</p>}
      {usage !== null && places.length === 0 && <p className="lb-hint">{words('library.where.none')}</p>}
      <ul>
        {places.map(({ map, mapName, stages, cards }) => (
          <li key={map}>
            <a href={`/maps/${encodeURIComponent(map)}/edit`}>{mapName}</a>
            <span>{[stages.join(', '), words('library.where.more', { count: cards })].filter(part =>
              part !== '').join(' · ')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
