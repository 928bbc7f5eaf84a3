import type { Item } from '../../../core/types'
import { words } from '../../../words/words'
import { useEditor } from '../../view/services'
import { moveCards, setProperty } from '../changes/changes'
import { SelectField } from '../fields/Choices'
import { useList, useMayEdit } from '../fields/useObjects'
import { numberOf, textOf } from '../values/reading'
import { columnsOf } from './titles'

/** Where a card stands: its lane, its column, and how many columns it covers. */
export function PlaceEditor({ card }: { readonly card: Item }): JSX.Element {
  const { document } = useEditor()
  const lanes = useList('lane')
  useList('stage')
  useList('step')
  const isEditable = useMayEdit()
  const columns = columnsOf(document)
  const step = textOf(card, 'step')
  const index = columns.findIndex(column => column.id === step)
  const widest = index < 0 ? 1 : columns.length - index
  const span = Math.min(numberOf(card, 'span') ?? 1, widest)
  return (
    <div className="field-pair is-place">
      <SelectField label={words('card.lane')} value={textOf(card, 'lane')} isDisabled={!isEditable}
        choices={lanes.map(lane => ({ name: lane.ref.id, title: textOf(lane, 'name') }))}
        onChoose={lane => { if (lane !== null) moveCards(document, [card], { lane, step: null }) }} />
      <SelectField label={words('card.step')} value={step} isDisabled={!isEditable}
        choices={columns.map(column => ({ name: column.id, title: column.title }))}
        onChoose={to => { if (to !== null) moveCards(document, [card], { lane: null, step: to }) }} />
      {(widest > 1 || span > 1) && (
        <SelectField label={words('card.span')} value={String(span)} isDisabled={!isEditable}
          choices={Array.from({ length: Math.max(1, widest) }, (_, count) => ({
            name: String(count + 1), title: words('card.columns', { count: count + 1 }),
          }))}
          onChoose={count => {
            if (count !== null) setProperty(document, card.ref, 'span', Number(count), words('change.span'))
          }} />
      )}
    </div>
  )
}
