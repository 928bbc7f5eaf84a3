import type { Item } from '../../../core/types'
import { words } from '../../../words/words'
import { useEditor } from '../../view/services'
import { setProperty } from '../changes/changes'
import { Choices, SelectField } from '../fields/Choices'
import { DraftField } from '../fields/DraftField'
import { TextProperty } from '../fields/TextProperty'
import { useList, useMayEdit } from '../fields/useObjects'
import { useState } from 'react'
import { readNumber, showNumber } from '../values/numbers'
import { numberOf, optionalText, textOf } from '../values/reading'

export const statuses = ['idea', 'decided', 'in-progress', 'launched', 'measured', 'dropped'] as const
export const severities = [
  { name: 'low', hue: 'amber' }, { name: 'medium', hue: 'orange' }, { name: 'high', hue: 'red' },
] as const

/** Who sees to it, how much work it is, and how far it has come. */
export function WorkEditor({ card }: { readonly card: Item }): JSX.Element {
  const { document } = useEditor()
  const isEditable = useMayEdit()
  const cards = useList('card')
  const [problem, setProblem] = useState<string | null>(null)
  const owners = [...new Set(cards.map(other => textOf(other, 'owner')).filter(owner => owner !== ''))].sort()
  const status = statuses.find(name => name === card.values['status']) ?? null
  const effort = (text: string): void => {
    const typed = readNumber(text)
    if (typed.kind === 'wrong' || (typed.kind === 'number' && typed.value <= 0)) {
      setProblem(words('card.effortProblem'))
      return
    }
    setProblem(null)
    setProperty(document, card.ref, 'effort', typed.kind === 'empty' ? null : typed.value,
      words('change.set', { name: words('card.effort') }))
  }
  return (
    <>
      <SelectField label={words('card.status')} value={status} none={words('panel.notSet')}
        isDisabled={!isEditable} field="status"
        choices={statuses.map(name => ({ name, title: words(`status.${name}`) }))}
        onChoose={name => setProperty(document, card.ref, 'status', name,
          words('change.set', { name: words('card.status') }))} />
      <div className="field-pair">
        <TextProperty object={card.ref} property="owner" label={words('card.owner')} isOptional
          suggestions={owners} />
        <DraftField label={words('card.effort')} field="effort" inputMode="decimal" isDisabled={!isEditable}
          value={showNumber(numberOf(card, 'effort'))} onCommit={effort}
          {...(problem === null ? {} : { problem })} />
      </div>
    </>
  )
}

/** How badly a barrier bites. */
export function SeverityEditor({ card }: { readonly card: Item }): JSX.Element {
  const { document } = useEditor()
  const isEditable = useMayEdit()
  const severity = severities.find(each => each.name === card.values['severity'])?.name ?? null
  return (
    <Choices label={words('card.severity')} isLabelHidden value={severity} isOptional isDisabled={!isEditable}
      field="severity"
      choices={severities.map(({ name, hue }) => ({ name, title: words(`severity.${name}`), hue }))}
      onChoose={name => setProperty(document, card.ref, 'severity', name,
        words('change.set', { name: words('card.severity') }))} />
  )
}

/** Whether the customer decides here to go on or to leave, and why. */
export function TruthEditor({ card }: { readonly card: Item }): JSX.Element {
  const { document } = useEditor()
  const isEditable = useMayEdit()
  const isMoment = optionalText(card, 'momentOfTruth') !== null
  return (
    <>
      <label className="check-row">
        <input type="checkbox" checked={isMoment} disabled={!isEditable}
          onChange={() => setProperty(document, card.ref, 'momentOfTruth', isMoment ? null : '',
            words('change.set', { name: words('card.momentOfTruth') }))} />
        <span>{words('card.decidesHere')}</span>
      </label>
      {isMoment && (
        <TextProperty object={card.ref} property="momentOfTruth" label={words('card.truthReason')} isMultiline
          placeholder={words('card.truthPlaceholder')} />
      )}
    </>
  )
}
