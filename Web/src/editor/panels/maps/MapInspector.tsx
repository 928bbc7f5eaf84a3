import { words } from '../../../words/words'
import { useEditor } from '../../view/services'
import { addNamed, setProperty } from '../changes/changes'
import { Field } from '../../../design/Field'
import { Picker } from '../fields/Picker'
import { SelectField } from '../fields/Choices'
import { Section } from '../fields/Section'
import { TextProperty } from '../fields/TextProperty'
import { useItem, useList, useMap, useMayEdit } from '../fields/useObjects'
import { Portrait } from '../personas/Portrait'
import { mapKinds, mapStates } from './choices'
import { useFetched, usePanels } from '../services/panels'
import { optionalText, textOf, textsOf } from '../values/reading'
import type { Ref } from '../../../core/types'


/** The map itself: what it is about, why it is made, and how much of it is known. */
export function MapInspector(): JSX.Element | null {
  const { document } = useEditor()
  const { insight } = usePanels()
  const item = useMap()
  const isEditable = useMayEdit()
  const evidenced = useFetched(insight.reality).content?.evidenced ?? null
  if (item === undefined) return null
  const map = item.ref
  const set = (property: string, name: string) => (value: string | null): void =>
    setProperty(document, map, property, value, words('change.set', { name }))
  return (
    <>
      <header className="inspector-head">
        <p className="eyebrow">{words('map.eyebrow')}</p>
        <div className="inspector-title">
          <h2 className="visually-hidden">{textOf(item, 'name')}</h2>
          <TextProperty object={map} property="name" label={words('panel.name')} isLabelHidden />
        </div>
      </header>
      <PrimaryPersona />
      {evidenced !== null && evidenced.of > 0 && (
        <Section title={words('map.evidenced')} icon="comment">
          <div className="evidenced">
            <meter min={0} max={evidenced.of} value={evidenced.with} aria-label={words('map.evidenced')} />
            <p>{words('map.evidencedOf', { with: evidenced.with, of: evidenced.of })}</p>
          </div>
        </Section>
      )}
      <Section title={words('map.about')} icon="info">
        <NamedPicker object={map} property="product" label={words('map.product')}
          placeholder={words('map.noProduct')} />
        <NamedPicker object={map} property="audience" label={words('map.audience')}
          placeholder={words('map.noAudience')} />
        <SelectField label={words('map.kind')}
          value={mapKinds.find(name => name === item.values['kind']) ?? null}
          isDisabled={!isEditable} choices={mapKinds.map(name => ({ name, title: words(`mapKind.${name}`) }))}
          onChoose={set('kind', words('map.kind'))} />
        <SelectField label={words('map.state')}
          value={mapStates.find(name => name === item.values['state']) ?? null}
          isDisabled={!isEditable} choices={mapStates.map(name => ({ name, title: words(`mapState.${name}`) }))}
          onChoose={set('state', words('map.state'))} />
      </Section>
      <Section title={words('map.purpose')} icon="goal">
        <TextProperty object={map} property="purpose.why" label={words('map.why')} isMultiline
          placeholder={words('map.whyPlaceholder')} />
        <TextProperty object={map} property="purpose.expectedOutcome" label={words('map.outcome')} isMultiline
          placeholder={words('map.outcomePlaceholder')} />
        <TextProperty object={map} property="purpose.problem" label={words('map.problem')} isMultiline
          placeholder={words('map.problemPlaceholder')} />
      </Section>
      <Section title={words('map.care')} icon="history">
        <TextProperty object={map} property="owner" label={words('map.owner')} isOptional />
        <ReviewDate map={map} value={textOf(item, 'lastReviewed')} />
      </Section>
    </>
  )
}

/** Whose journey it is, in short; the persona's own panel says more. */
function PrimaryPersona(): JSX.Element {
  const { view } = useEditor()
  const map = useMap()
  const persona = useItem({ kind: 'persona', id: textsOf(map, 'personas')[0] ?? '' })
  const open = (): void => view.openPanel('personas')
  if (persona === undefined || persona.deleted) {
    return (
      <div className="panel-section">
        <button type="button" className="persona-card is-missing" onClick={open}>
          <span className="persona-words"><strong>{words('persona.none')}</strong><span>{words('persona.noneText')}</span></span>
        </button>
      </div>
    )
  }
  const name = textOf(persona, 'name')
  return (
    <div className="panel-section">
      <button type="button" className="persona-card" onClick={open}>
        <Portrait persona={persona.ref.id} name="" picture={optionalText(persona, 'picture')} size={56} />
        <span className="persona-words">
          <span className="eyebrow">{words('persona.primary')}</span>
          <strong>{name}</strong>
          <span>{textOf(persona, 'summary')}</span>
        </span>
      </button>
      {textsOf(persona, 'motives').length > 0 && (
        <ul className="persona-points" aria-label={words('persona.motives')}>
          {textsOf(persona, 'motives').map(motive => <li key={motive}>{motive}</li>)}
        </ul>
      )}
    </div>
  )
}

interface NamedPickerProps {
  readonly object: Ref
  readonly property: 'product' | 'audience'
  readonly label: string
  readonly placeholder: string
}

function NamedPicker({ object, property, label, placeholder }: NamedPickerProps): JSX.Element {
  const { document } = useEditor()
  const isEditable = useMayEdit()
  const choices = useList(property)
  const map = useMap()
  const chosen = choices.find(each => each.ref.id === textOf(map, property))
  return (
    <Picker label={label} field={property} value={chosen === undefined ? null : textOf(chosen, 'name')}
      chosen={chosen?.ref.id ?? null} placeholder={placeholder} isDisabled={!isEditable}
      options={choices.map(each => ({ id: each.ref.id, title: textOf(each, 'name') }))}
      onChoose={id => setProperty(document, object, property, id, words('change.set', { name: label }))}
      onCreate={name => addNamed(document, property, name, { object, property })} />
  )
}

function ReviewDate({ map, value }: { readonly map: Ref; readonly value: string }): JSX.Element {
  const { document } = useEditor()
  const isEditable = useMayEdit()
  const set = (date: string | null): void =>
    setProperty(document, map, 'lastReviewed', date, words('change.set', { name: words('map.lastReviewed') }))
  return (
    <Field label={words('map.lastReviewed')} hint={words('map.reviewHint')}>
      {parts => (
        // A day that is only half typed reads as empty: nothing is stored until it is whole.
        <input {...parts} key={value} type="date" className="ds-input" data-field="lastReviewed"
          defaultValue={value} disabled={!isEditable}
          onBlur={event => {
            const date = event.target.value
            if (date !== value && !event.target.validity.badInput) set(date === '' ? null : date)
          }} />
      )}
    </Field>
  )
}
