import { useState } from 'react'
import type { Item } from '../../../core/types'
import { Button } from '../../../design/Button'
import { words } from '../../../words/words'
import { useEditor } from '../../view/services'
import { setProperty } from '../changes/changes'
import { Choices, SelectField } from '../fields/Choices'
import { DraftField } from '../fields/DraftField'
import { useList, useMayEdit } from '../fields/useObjects'
import { claimForm, claimTimeUnits, claimValue, measures, subjectOf, unitOf } from '../values/claim'
import type { ClaimForm, ClaimTimeUnit } from '../values/claim'
import { textOf } from '../values/reading'
import { stageOfStep } from './titles'

/** What the card claims in numbers: only such cards are judged by numbers. */
export function ClaimEditor({ card }: { readonly card: Item }): JSX.Element {
  const { document } = useEditor()
  const isEditable = useMayEdit()
  const stages = useList('stage')
  const touchpoints = useList('touchpoint')
  const stored = claimForm(card.values['claim'], {
    stage: stageOfStep(document, textOf(card, 'step'))?.ref.id ?? '', touchpoint: textOf(card, 'touchpoint'),
  })
  const [typed, setTyped] = useState<ClaimForm | null>(null)
  const form = typed ?? stored
  const outcome = claimValue(form)
  const isSet = card.values['claim'] !== null && card.values['claim'] !== undefined
  const problem = 'problem' in outcome && typed !== null && outcome.problem !== 'valueMissing' ? words(`claim.${outcome.problem}`) : null

  // A claim is stored as soon as it is whole; until then it lives here.
  const change = (part: Partial<ClaimForm>): void => {
    const next = { ...form, ...part }
    const value = claimValue(next)
    if ('value' in value) {
      setTyped(null)
      setProperty(document, card.ref, 'claim', value.value, words('change.claim'))
    } else {
      setTyped(next)
    }
  }

  return (
    <div className="claim-editor">
      <SelectField label={words('claim.measure')} value={form.measure} isDisabled={!isEditable} field="claim"
        choices={measures.map(name => ({ name, title: words(`measure.${name}`) }))}
        onChoose={measure => {
          // Another measure has another unit: an old number would silently mean something else.
          if (measure !== null) change({ measure, value: unitOf(measure) === unitOf(form.measure)
            ? form.value : '' })
        }} />
      {subjectOf(form.measure) === 'stage' && (
        <SelectField label={words('claim.stage')} value={form.stage} isDisabled={!isEditable}
          choices={stages.map(stage => ({ name: stage.ref.id, title: textOf(stage, 'name') }))}
          onChoose={stage => change({ stage: stage ?? '' })} />
      )}
      {subjectOf(form.measure) === 'touchpoint' && (
        <SelectField label={words('claim.touchpoint')} value={form.touchpoint} isDisabled={!isEditable}
          choices={touchpoints.map(touchpoint => ({ name: touchpoint.ref.id,
            title: textOf(touchpoint, 'name') }))}
          onChoose={touchpoint => change({ touchpoint: touchpoint ?? '' })} />
      )}
      {subjectOf(form.measure) === 'survey' && (
        <div className="field-pair">
          <DraftField label={words('claim.survey')} value={form.survey} isDisabled={!isEditable}
            onCommit={survey => change({ survey })} />
          <DraftField label={words('claim.question')} value={form.question} isDisabled={!isEditable}
            onCommit={question => change({ question })} />
        </div>
      )}
      <Choices label={words('claim.relation')} isLabelHidden value={form.relation} isDisabled={!isEditable}
        choices={[
          { name: 'at-least', title: words('claim.atLeast') },
            { name: 'at-most', title: words('claim.atMost') },
        ]}
        onChoose={relation => { if (relation !== null) change({ relation }) }} />
      <div className="field-pair">
        <DraftField label={words(`claim.value.${unitOf(form.measure)}`)} inputMode="decimal" value={form.value}
          isDisabled={!isEditable} onCommit={value => change({ value })}
          {...(problem === null ? {} : { problem })} />
        {unitOf(form.measure) === 'time' && (
          <SelectField<ClaimTimeUnit> label={words('stage.unit')} value={form.timeUnit}
            isDisabled={!isEditable}
            choices={(Object.keys(claimTimeUnits) as ClaimTimeUnit[]).map(name => ({ name, title: words(`unit.${name}`) }))}
            onChoose={timeUnit => { if (timeUnit !== null) change({ timeUnit }) }} />
        )}
      </div>
      {isSet && isEditable && (
        <Button size="small" kind="quiet"
          onClick={() => { setTyped(null); setProperty(document, card.ref, 'claim', null,
            words('change.noClaim')) }}>
          {words('claim.remove')}
        </Button>
      )}
    </div>
  )
}
