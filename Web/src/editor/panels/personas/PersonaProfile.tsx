import { useState } from 'react'
import type { Item, Ref } from '../../../core/types'
import { Button } from '../../../design/Button'
import { words } from '../../../words/words'
import { useEditor } from '../../view/services'
import { setProperty } from '../changes/changes'
import { PictureEditor } from '../cards/PictureEditor'
import { Choices } from '../fields/Choices'
import { DraftField } from '../fields/DraftField'
import { Section } from '../fields/Section'
import { TextProperty } from '../fields/TextProperty'
import { useItem, useMayEdit } from '../fields/useObjects'
import { optionalText, recordsOf, textOf, textsOf } from '../values/reading'
import { linesOf, traitLines, traitsFrom } from './lists'
import { Portrait } from './Portrait'

export const personaKinds = ['customer', 'partner', 'employee'] as const

/** The lists of a persona, in the order in which they are read. */
const lists = ['goals', 'motives', 'triggers', 'attractedBy', 'putOffBy', 'stoppedBy', 'places'] as const

/** The primary persona: who they are and what moves them, to be read beside the map and changed in place. */
export function PersonaProfile({ persona }: { readonly persona: Ref }): JSX.Element | null {
  const item = useItem(persona)
  const isEditable = useMayEdit()
  const [isEditing, setEditing] = useState(false)
  if (item === undefined || item.deleted) return null
  const name = textOf(item, 'name')
  const kind = personaKinds.find(each => each === item.values['kind']) ?? 'customer'
  return (
    <>
      <header className="persona-head">
        <Portrait persona={persona.id} name={name} picture={optionalText(item, 'picture')} size={88} />
        <div>
          <p className="eyebrow">{words(`personaKind.${kind}`)} · {words('persona.primary')}</p>
          <h2>{name}</h2>
          <p className="persona-traits">
            {recordsOf(item, 'portrait').map(trait => trait['value']).filter(value =>
              typeof value === 'string' && value !== '').join(' · ')}
          </p>
        </div>
      </header>
      {isEditing ? <ProfileForm persona={item} onDone={() => setEditing(false)} /> : (
        <>
          {textOf(item, 'summary') !== '' && <p
            className="panel-section persona-summary">{textOf(item, 'summary')}</p>}
          {textsOf(item, 'quotes').map(quote => <blockquote key={quote}
            className="persona-quote">{quote}</blockquote>)}
          {lists.filter(list => textsOf(item, list).length > 0).map(list => (
            <Section key={list} title={words(`persona.${list}`)}>
              <ul className="persona-points">{textsOf(item, list).map(point => <li key={point}>{point}</li>)}</ul>
            </Section>
          ))}
          {isEditable && (
            <div className="panel-section">
              <Button size="small" icon="edit"
                onClick={() => setEditing(true)}>{words('persona.edit')}</Button>
            </div>
          )}
        </>
      )}
    </>
  )
}

interface ProfileFormProps { readonly persona: Item; readonly onDone: () => void }

function ProfileForm({ persona, onDone }: ProfileFormProps): JSX.Element {
  const { document } = useEditor()
  const { ref } = persona
  const kind = personaKinds.find(each => each === persona.values['kind']) ?? 'customer'
  const listField = (list: (typeof lists)[number] | 'quotes'): JSX.Element => (
    <DraftField key={list} label={words(`persona.${list}`)} isMultiline hint={words('persona.onePerLine')}
      value={textsOf(persona, list).join('\n')}
      onCommit={text => setProperty(document, ref, list, linesOf(text), words('change.set', { name: words(`persona.${list}`) }))} />
  )
  return (
    <div className="panel-section">
      <TextProperty object={ref} property="name" label={words('panel.name')} />
      <Choices label={words('persona.kind')} value={kind} choices={personaKinds.map(name => ({ name, title: words(`personaKind.${name}`) }))}
        onChoose={name => { if (name !== null) setProperty(document, ref, 'kind', name,
          words('change.set', { name: words('persona.kind') })) }} />
      <PictureEditor object={ref} description={textOf(persona, 'name')} />
      <TextProperty object={ref} property="summary" label={words('persona.summary')} isMultiline />
      <DraftField label={words('persona.portrait')} isMultiline hint={words('persona.portraitHint')}
        value={traitLines(recordsOf(persona, 'portrait'))}
        onCommit={text => setProperty(document, ref, 'portrait', traitsFrom(text),
          words('change.set', { name: words('persona.portrait') }))} />
      {lists.map(listField)}
      {listField('quotes')}
      <div className="button-row is-end"><Button size="small" kind="primary" onClick={onDone}>{words('panel.done')}</Button></div>
    </div>
  )
}
