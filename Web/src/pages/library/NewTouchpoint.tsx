import { useState } from 'react'
import type { FormEvent } from 'react'
import { textOf } from '../../core'
import type { Value, Values } from '../../core'
import { Button } from '../../design/Button'
import { Field } from '../../design/Field'
import { words } from '../../words/words'
import { useDesk } from '../frame/Desk'
import { plainName } from './filters'
import { Panel } from './Panel'
import { TouchpointFields } from './TouchpointFields'
import type { TouchpointFieldsProps } from './TouchpointFields'
import { addEntry, useItems, useLibrary } from './useLibrary'

interface NewTouchpointProps {
  /** What was searched for in vain may be the name. */
  readonly name: string
  readonly onClose: () => void
  readonly onAdded: (id: string) => void
}

/** A touchpoint that is not in the library yet; only its name is needed. */
export function NewTouchpoint({ name: start, onClose, onAdded }: NewTouchpointProps): JSX.Element {
  const library = useLibrary()
  const { say } = useDesk()
  const known = useItems('touchpoint')
  const channels = useItems('channel')
  const departments = useItems('department')
  const [name, setName] = useState(start)
  const [values, setValues] = useState<Values>({ channel: null, setting: 'online', ownership: 'own',
    influence: 'yes', departments: [] })
  const same = known.find(item => plainName(textOf(item, 'name')) === plainName(name)
    && plainName(name) !== '')
  const set = (property: string, value: Value): void => setValues(before => ({
    ...before, [property]: value,
    // What others own can as a rule be influenced only by a detour.
    ...(property === 'ownership' ? { influence: value === 'third-party' ? 'indirectly' : 'yes' } : {}),
  }))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (name.trim() === '') return
    const id = addEntry(library, 'touchpoint', name, values)
    say(words('library.added', { name: name.trim() }))
    onAdded(id)
  }
  const channel = channels.find(item => item.ref.id === values['channel'])
  const chosen = (Array.isArray(values['departments']) ? values['departments'] : []) as readonly Value[]
  const entry: TouchpointFieldsProps['entry'] = {
    channel: channel === undefined ? null : { id: channel.ref.id, name: textOf(channel, 'name') },
    ownership: values['ownership'] as 'own', setting: values['setting'] as 'online',
      influence: values['influence'] as 'yes',
    departments: departments.filter(item => chosen.includes(item.ref.id)).map(item =>
      ({ id: item.ref.id, name: textOf(item, 'name') })),
  }
  return (
    <Panel title={words('library.panel.new')} label={words('library.panel.new')}
      eyebrow={words('library.title')} onClose={onClose}>
      <form className="stack" noValidate onSubmit={submit}>
        <Field label={words('library.field.name')} {...(same === undefined ? {}
          : { hint: words('library.add.exists', { name: textOf(same, 'name') }) })}>
          {parts => (
            <input {...parts} className="ds-input" autoFocus maxLength={200} value={name}
              placeholder={words('library.field.nameExample')}
              onChange={event => setName(event.target.value)} />
          )}
        </Field>
        <TouchpointFields entry={entry} isDisabled={false} onSet={set} />
        <div className="lb-panel-foot">
          <Button onClick={onClose}>{words('page.cancel')}</Button>
          <Button kind="primary" type="submit" disabled={name.trim() === ''}>{words('library.addIt')}</Button>
        </div>
      </form>
    </Panel>
  )
}
