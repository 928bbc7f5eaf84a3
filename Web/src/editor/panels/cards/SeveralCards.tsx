import type { Item } from '../../../core/types'
import { Button } from '../../../design/Button'
import { words } from '../../../words/words'
import { useEditor } from '../../view/services'
import { moveCards, remove, setOnAll } from '../changes/changes'
import { Choices, SelectField } from '../fields/Choices'
import { DraftField } from '../fields/DraftField'
import { Picker } from '../fields/Picker'
import { Section } from '../fields/Section'
import { useList, useMayEdit } from '../fields/useObjects'
import { touchpointOptions } from '../touchpoints/options'
import { textOf } from '../values/reading'
import { commonValue } from './common'
import { columnsOf } from './titles'
import { severities, statuses } from './WorkEditor'

/** What can be said of several cards at once: where they stand, and what they have in common. */
export function SeveralCards({ cards }: { readonly cards: readonly Item[] }): JSX.Element {
  const { document, view } = useEditor()
  const isEditable = useMayEdit()
  const lanes = useList('lane')
  const touchpoints = useList('touchpoint')
  const set = (property: string, name: string) => (value: string | null): void =>
    setOnAll(document, cards, property, value, words('change.setOnSeveral', { name, count: cards.length }))
  const same = (property: string): string | null => {
    const common = commonValue(cards, property)
    return common.kind === 'same' && typeof common.value === 'string' ? common.value : null
  }
  const isMixed = (property: string): boolean => commonValue(cards, property).kind === 'mixed'
  const none = (property: string): string => words(isMixed(property) ? 'several.different' : 'panel.notSet')
  const touchpoint = same('touchpoint')
  const touchpointName = touchpoint === null
    ? null : textOf(touchpoints.find(each => each.ref.id === touchpoint), 'name')
  return (
    <>
      <header className="inspector-head">
        <p className="eyebrow">{words('several.eyebrow')}</p>
        <h2>{words('several.title', { count: cards.length })}</h2>
      </header>
      <Section title={words('several.move')} icon="arrowRight">
        <SelectField label={words('card.lane')} value={same('lane')} isDisabled={!isEditable}
          {...(isMixed('lane') ? { none: words('several.different') } : {})}
          choices={lanes.map(lane => ({ name: lane.ref.id, title: textOf(lane, 'name') }))}
          onChoose={lane => { if (lane !== null) moveCards(document, cards, { lane, step: null }) }} />
        <SelectField label={words('card.step')} value={same('step')} isDisabled={!isEditable}
          {...(isMixed('step') ? { none: words('several.different') } : {})}
          choices={columnsOf(document).map(column => ({ name: column.id, title: column.title }))}
          onChoose={step => { if (step !== null) moveCards(document, cards, { lane: null, step }) }} />
      </Section>
      <Section title={words('several.common')} icon="edit">
        <Picker label={words('part.touchpoint')} value={touchpointName} chosen={touchpoint} icon="touchpoint"
          placeholder={none('touchpoint')} options={touchpointOptions(document)} isDisabled={!isEditable}
          onChoose={set('touchpoint', words('part.touchpoint'))} />
        <Choices label={words('card.severity')} value={same('severity')} isOptional isDisabled={!isEditable}
          choices={severities.map(({ name, hue }) => ({ name, title: words(`severity.${name}`), hue }))}
          onChoose={set('severity', words('card.severity'))} />
        <SelectField label={words('card.status')} value={same('status')} none={none('status')}
          isDisabled={!isEditable}
          choices={statuses.map(name => ({ name, title: words(`status.${name}`) }))}
          onChoose={set('status', words('card.status'))} />
        <DraftField label={words('card.owner')} value={same('owner') ?? ''} isDisabled={!isEditable}
          placeholder={none('owner')}
          onCommit={text => set('owner', words('card.owner'))(text.trim() === '' ? null : text.trim())} />
      </Section>
      {isEditable && (
        <div className="panel-section">
          <Button kind="danger" icon="trash" onClick={() => { remove(document, cards); view.select([]) }}>
            {words('several.delete', { count: cards.length })}
          </Button>
        </div>
      )}
    </>
  )
}
