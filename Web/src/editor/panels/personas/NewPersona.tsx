import { useState } from 'react'
import { Button } from '../../../design/Button'
import { Field } from '../../../design/Field'
import { words } from '../../../words/words'
import type { PersonaFields } from '../changes/changes'
import { Choices } from '../fields/Choices'
import { linesOf } from './lists'
import { personaKinds } from './PersonaProfile'

interface NewPersonaProps {
  readonly name: string
  readonly isPrimary: boolean
  readonly onCreate: (fields: PersonaFields) => void
  readonly onCancel: () => void
}

/** A new persona, made beside the map: a name and what moves them is enough to start. */
export function NewPersona({ name: start, isPrimary, onCreate, onCancel }: NewPersonaProps): JSX.Element {
  const [name, setName] = useState(start)
  const [kind, setKind] = useState<PersonaFields['kind']>('customer')
  const [summary, setSummary] = useState('')
  const [motives, setMotives] = useState('')
  return (
    <form className="new-object" noValidate
      onSubmit={event => {
        event.preventDefault()
        if (name.trim() !== '') onCreate({ name, kind, summary, motives: linesOf(motives) })
      }}
      onKeyDown={event => { if (event.key === 'Escape') { event.stopPropagation(); onCancel() } }}>
      <h3>{words(isPrimary ? 'persona.newPrimary' : 'persona.new')}</h3>
      <Field label={words('panel.name')}>
        {parts => <input {...parts} className="ds-input" autoFocus value={name}
          onChange={event => setName(event.target.value)} />}
      </Field>
      <Choices label={words('persona.kind')} value={kind} choices={personaKinds.map(each => ({ name: each, title: words(`personaKind.${each}`) }))}
        onChoose={each => { if (each !== null) setKind(each) }} />
      <Field label={words('persona.summary')} hint={words('persona.summaryHint')}>
        {parts => <textarea {...parts} className="ds-input" rows={3} value={summary}
          onChange={event => setSummary(event.target.value)} />}
      </Field>
      <Field label={words('persona.motives')} hint={words('persona.onePerLine')}>
        {parts => <textarea {...parts} className="ds-input" rows={3} value={motives}
          onChange={event => setMotives(event.target.value)} />}
      </Field>
      <div className="button-row is-end">
        <Button size="small" kind="quiet" onClick={onCancel}>{words('panel.cancel')}</Button>
        <Button size="small" kind="primary" type="submit"
          disabled={name.trim() === ''}>{words('persona.create')}</Button>
      </div>
    </form>
  )
}
