import { useState } from 'react'
import { Button } from '../../../design/Button'
import { Field } from '../../../design/Field'
import { words } from '../../../words/words'
import { useEditor } from '../../view/services'
import { addNamed } from '../changes/changes'
import type { TouchpointFields } from '../changes/changes'
import { Choices } from '../fields/Choices'
import { Picker } from '../fields/Picker'
import { useList } from '../fields/useObjects'
import { textOf } from '../values/reading'

interface NewTouchpointProps {
  readonly name: string
  readonly onCreate: (fields: TouchpointFields) => void
  readonly onCancel: () => void
}

/** A new touchpoint for the shared library, made in place; everything but the name has a sensible start. */
export function NewTouchpoint({ name: start, onCreate, onCancel }: NewTouchpointProps): JSX.Element {
  const { document } = useEditor()
  const channels = useList('channel')
  const departments = useList('department')
  const [fields, setFields] = useState<TouchpointFields>({
    name: start, channel: null, setting: 'online', ownership: 'own', influence: 'yes', departments: [],
  })
  const change = (part: Partial<TouchpointFields>): void => setFields({ ...fields, ...part })
  const channel = channels.find(each => each.ref.id === fields.channel)
  return (
    <form className="new-object" noValidate
      onSubmit={event => { event.preventDefault(); if (fields.name.trim() !== '') onCreate(fields) }}
      onKeyDown={event => { if (event.key === 'Escape') { event.stopPropagation(); onCancel() } }}>
      <h4>{words('touchpoint.new')}</h4>
      <Field label={words('panel.name')}>
        {parts => (
          <input {...parts} className="ds-input" autoFocus value={fields.name}
            onChange={event => change({ name: event.target.value })} />
        )}
      </Field>
      <Picker label={words('touchpoint.channel')}
        value={channel === undefined ? null : textOf(channel, 'name')}
        chosen={fields.channel} icon="channel" placeholder={words('touchpoint.noChannel')}
        options={channels.map(each => ({ id: each.ref.id, title: textOf(each, 'name') }))}
        onChoose={id => change({ channel: id })}
        onCreate={name => change({ channel: addNamed(document, 'channel', name) })} />
      <Choices label={words('touchpoint.setting')} value={fields.setting}
        choices={[
          { name: 'online', title: words('setting.online') },
            { name: 'offline', title: words('setting.offline') },
        ]}
        onChoose={setting => { if (setting !== null) change({ setting }) }} />
      <Choices label={words('touchpoint.ownership')} value={fields.ownership}
        choices={[
          { name: 'own', title: words('ownership.own') }, { name: 'paid', title: words('ownership.paid') },
          { name: 'third-party', title: words('ownership.third-party') },
        ]}
        onChoose={ownership => {
          // What others own can as a rule be influenced only by a detour.
          if (ownership !== null) change({ ownership, influence: ownership === 'third-party'
            ? 'indirectly' : 'yes' })
        }} />
      <Choices label={words('touchpoint.influence')} value={fields.influence}
        choices={[
          { name: 'yes', title: words('influence.short.yes') },
            { name: 'indirectly', title: words('influence.short.indirectly') },
          { name: 'no', title: words('influence.short.no') },
        ]}
        onChoose={influence => { if (influence !== null) change({ influence }) }} />
      {departments.length > 0 && (
        <div className="check-list" role="group" aria-label={words('touchpoint.departments')}>
          <span className="choices-label" aria-hidden="true">{words('touchpoint.departments')}</span>
          {departments.map(department => (
            <label key={department.ref.id} className="check-row">
              <input type="checkbox" checked={fields.departments.includes(department.ref.id)}
                onChange={event => change({
                  departments: event.target.checked ? [...fields.departments, department.ref.id]
                    : fields.departments.filter(id => id !== department.ref.id),
                })} />
              <span>{textOf(department, 'name')}</span>
            </label>
          ))}
        </div>
      )}
      <div className="button-row is-end">
        <Button size="small" kind="quiet" onClick={onCancel}>{words('panel.cancel')}</Button>
        <Button size="small" kind="primary" type="submit"
          disabled={fields.name.trim() === ''}>{words('touchpoint.create')}</Button>
      </div>
    </form>
  )
}
