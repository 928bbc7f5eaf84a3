import { useState } from 'react'
import { textOf } from '../../core'
import type { Value } from '../../core'
import { Field } from '../../design/Field'
import { Segmented } from '../../design/Segmented'
import { words } from '../../words/words'
import { influences, ownerships, settings } from './entries'
import type { TouchpointEntry } from './entries'
import { addEntry, useItems, useLibrary } from './useLibrary'

export interface TouchpointFieldsProps {
  readonly entry: Omit<TouchpointEntry, 'id' | 'name' | 'note'>
  readonly onSet: (property: string, value: Value, what: string) => void
  readonly isDisabled: boolean
}

/** What the library says of a touchpoint, apart from its name and note. */
export function TouchpointFields({ entry, onSet, isDisabled }: TouchpointFieldsProps): JSX.Element {
  const departments = useItems('department')
  const chosen = entry.departments.map(({ id }) => id)
  return (
    <>
      <ChannelField chosen={entry.channel?.id ?? ''} isDisabled={isDisabled}
        onChoose={id => onSet('channel', id === '' ? null : id, words('library.field.channel'))} />
      <Segmented label={words('library.field.ownership')} value={entry.ownership} isDisabled={isDisabled}
        choices={ownerships.map(name => ({ name, title: words(name === 'own' ? 'library.own'
          : name === 'paid' ? 'library.paid' : 'library.third') }))}
        onChoose={value => onSet('ownership', value, words('library.field.ownership'))} />
      <p className="lb-hint">{words('library.field.ownershipHint')}</p>
      <Segmented label={words('library.field.setting')} value={entry.setting} isDisabled={isDisabled}
        choices={settings.map(name => ({ name, title: words(`library.${name}`) }))}
        onChoose={value => onSet('setting', value, words('library.field.setting'))} />
      <Segmented label={words('library.field.influence')} value={entry.influence} isDisabled={isDisabled}
        choices={influences.map(name => ({ name, title: words(`library.influence.${name}`) }))}
        onChoose={value => onSet('influence', value, words('library.field.influence'))} />
      <fieldset className="lb-checks" disabled={isDisabled}>
        <legend>{words('library.field.departments')}</legend>
        {departments.map(({ ref: { id }, ...item }) => (
          <label key={id}>
            <input type="checkbox" checked={chosen.includes(id)}
              onChange={event => onSet('departments', event.target.checked ? [...chosen, id]
                : chosen.filter(each => each !== id),
                words('library.field.departments'))} />
            {textOf({ ref: { kind: 'department', id }, ...item }, 'name')}
          </label>
        ))}
        {departments.length === 0 && <p className="lb-hint">{words('library.field.noDepartments')}</p>}
      </fieldset>
    </>
  )
}

const another = ' new'

/** The channel of a touchpoint; a new one can be made on the way. */
function ChannelField({ chosen, onChoose, isDisabled }: {
  readonly chosen: string; readonly onChoose: (id: string) => void; readonly isDisabled: boolean
}): JSX.Element {
  const library = useLibrary()
  const channels = useItems('channel')
  const [newName, setNewName] = useState<string | null>(null)
  const finish = (): void => {
    const name = newName?.trim() ?? ''
    setNewName(null)
    if (name === '') return
    const same = channels.find(item => textOf(item, 'name').toLocaleLowerCase() === name.toLocaleLowerCase())
    onChoose(same?.ref.id ?? addEntry(library, 'channel', name))
  }
  if (newName !== null) {
    return (
      <Field label={words('library.add.channel')}>
        {parts => (
          <input {...parts} className="ds-input" autoFocus value={newName} maxLength={200}
            onChange={event => setNewName(event.target.value)} onBlur={finish}
            onKeyDown={event => {
              if (event.key === 'Enter') { event.preventDefault(); finish() }
              if (event.key === 'Escape') { event.stopPropagation(); setNewName(null) }
            }} />
        )}
      </Field>
    )
  }
  return (
    <Field label={words('library.field.channel')}>
      {parts => (
        <select {...parts} className="ds-input" disabled={isDisabled} value={chosen}
          onChange={event => { if (event.target.value === another) setNewName('');
            else onChoose(event.target.value) }}>
          <option value="">{words('library.field.noChannel')}</option>
          {channels.map(item => <option key={item.ref.id}
            value={item.ref.id}>{textOf(item, 'name')}</option>)}
          <option value={another}>{words('library.field.newChannel')}</option>
        </select>
      )}
    </Field>
  )
}
