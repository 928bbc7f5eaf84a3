import { useState } from 'react'
import type { Item, Ref } from '../../../core/types'
import { words } from '../../../words/words'
import { useEditor } from '../../view/services'
import { addNamed, addTouchpoint, setProperty } from '../changes/changes'
import { Choices } from '../fields/Choices'
import { Picker } from '../fields/Picker'
import { ClosedSection } from '../fields/Section'
import { useItem, useList, useMayEdit } from '../fields/useObjects'
import { textOf, textsOf } from '../values/reading'
import { NewTouchpoint } from './NewTouchpoint'
import { touchpointOptions } from './options'

export const settings = ['online', 'offline'] as const
export const ownerships = ['own', 'paid', 'third-party'] as const
export const influences = ['yes', 'indirectly', 'no'] as const

/** Which touchpoint of the shared library a card is, and what the library says of it. */
export function TouchpointEditor({ card }: { readonly card: Item }): JSX.Element {
  const { document } = useEditor()
  const isEditable = useMayEdit()
  useList('touchpoint')
  useList('channel')
  const [newName, setNewName] = useState<string | null>(null)
  const chosen = textOf(card, 'touchpoint')
  const touchpoint = useItem({ kind: 'touchpoint', id: chosen })
  const isThere = touchpoint !== undefined && !touchpoint.deleted
  if (newName !== null) {
    return (
      <NewTouchpoint name={newName} onCancel={() => setNewName(null)}
        onCreate={fields => { setNewName(null); addTouchpoint(document, fields, [card.ref]) }} />
    )
  }
  return (
    <>
      <Picker label={words('part.touchpoint')} isLabelHidden
        value={isThere ? textOf(touchpoint, 'name') : null}
        chosen={isThere ? chosen : null} icon="touchpoint" placeholder={words('touchpoint.choose')}
        field="touchpoint"
        options={touchpointOptions(document)} isDisabled={!isEditable} onCreate={setNewName}
        onChoose={id => setProperty(document, card.ref, 'touchpoint', id,
          words('change.set', { name: words('part.touchpoint') }))} />
      {isThere && (
        <>
          <p className="panel-hint">{touchpointSentence(touchpoint)}</p>
          <ClosedSection title={words('touchpoint.inLibrary')}>{() => <LibraryFields
            touchpoint={touchpoint.ref} />}</ClosedSection>
        </>
      )}
    </>
  )
}

/** "Own · online · we can influence it". */
function touchpointSentence(touchpoint: Item): string {
  const ownership = ownerships.find(name => name === touchpoint.values['ownership']) ?? 'own'
  const setting = settings.find(name => name === touchpoint.values['setting']) ?? 'online'
  const influence = influences.find(name => name === touchpoint.values['influence']) ?? 'yes'
  return [words(`ownership.${ownership}`), words(`setting.${setting}`), words(`influence.${influence}`)].join(' · ')
}

/** What the library says of a touchpoint; a change here holds for every map. */
function LibraryFields({ touchpoint }: { readonly touchpoint: Ref }): JSX.Element {
  const { document } = useEditor()
  const item = useItem(touchpoint)
  const channels = useList('channel')
  const departments = useList('department')
  const isEditable = useMayEdit()
  const set = (property: string, name: string) => (value: string | null): void =>
    setProperty(document, touchpoint, property, value, words('change.set', { name }))
  const channel = channels.find(each => each.ref.id === textOf(item, 'channel'))
  const responsible = textsOf(item, 'departments')
  return (
    <div className="library-fields">
      <p className="panel-hint">{words('touchpoint.everywhere')}</p>
      <Picker label={words('touchpoint.channel')}
        value={channel === undefined ? null : textOf(channel, 'name')}
        chosen={channel?.ref.id ?? null} icon="channel" placeholder={words('touchpoint.noChannel')}
        isDisabled={!isEditable}
        options={channels.map(each => ({ id: each.ref.id, title: textOf(each, 'name') }))}
        onChoose={set('channel', words('touchpoint.channel'))}
        onCreate={name => addNamed(document, 'channel', name, { object: touchpoint, property: 'channel' })} />
      <Choices label={words('touchpoint.setting')}
        value={settings.find(name => name === item?.values['setting']) ?? 'online'}
        isDisabled={!isEditable} choices={settings.map(name => ({ name, title: words(`setting.${name}`) }))}
        onChoose={value => { if (value !== null) set('setting', words('touchpoint.setting'))(value) }} />
      <Choices label={words('touchpoint.ownership')}
        value={ownerships.find(name => name === item?.values['ownership']) ?? 'own'}
        isDisabled={!isEditable} choices={ownerships.map(name => ({ name, title: words(`ownership.${name}`) }))}
        onChoose={value => { if (value !== null) set('ownership', words('touchpoint.ownership'))(value) }} />
      <Choices label={words('touchpoint.influence')}
        value={influences.find(name => name === item?.values['influence']) ?? 'yes'}
        isDisabled={!isEditable} choices={influences.map(name => ({ name, title: words(`influence.short.${name}`) }))}
        onChoose={value => { if (value !== null) set('influence', words('touchpoint.influence'))(value) }} />
      <div className="check-list" role="group" aria-label={words('touchpoint.departments')}>
        <span className="choices-label" aria-hidden="true">{words('touchpoint.departments')}</span>
        {departments.map(department => (
          <label key={department.ref.id} className="check-row">
            <input type="checkbox" checked={responsible.includes(department.ref.id)} disabled={!isEditable}
              onChange={event => setProperty(document, touchpoint, 'departments', event.target.checked
                ? [...responsible, department.ref.id] : responsible.filter(id => id !== department.ref.id),
              words('change.set', { name: words('touchpoint.departments') }))} />
            <span>{textOf(department, 'name')}</span>
          </label>
        ))}
        {departments.length === 0 && <p className="panel-hint">{words('touchpoint.noDepartments')}</p>}
      </div>
    </div>
  )
}
