import { useState } from 'react'
import type { Ref } from '../../../core/types'
import { words } from '../../../words/words'
import { useEditor } from '../../view/services'
import { setProperty } from '../changes/changes'
import { SelectField } from '../fields/Choices'
import { DraftField } from '../fields/DraftField'
import { useItem, useMayEdit } from '../fields/useObjects'
import { timeFrameForm, timeFrameValue, timeUnits } from '../values/timeFrame'
import type { TimeFrameForm } from '../values/timeFrame'

/** How long a stage is planned to take, from and to, in a unit. */
export function TimeFrameEditor({ stage }: { readonly stage: Ref }): JSX.Element {
  const { document } = useEditor()
  const item = useItem(stage)
  const isEditable = useMayEdit()
  const [typed, setTyped] = useState<TimeFrameForm | null>(null)
  const form = typed ?? timeFrameForm(item?.values['timeFrame'])
  const outcome = timeFrameValue(form)
  const problem = 'problem' in outcome ? words(`time.${outcome.problem}`) : undefined
  const change = (part: Partial<TimeFrameForm>): void => {
    const next = { ...form, ...part }
    const value = timeFrameValue(next)
    const isEmpty = 'value' in value && value.value === null
    // The unit of an empty frame is remembered until there is a number.
    setTyped('problem' in value || isEmpty ? next : null)
    if ('value' in value) setProperty(document, stage, 'timeFrame', value.value,
      words('change.set', { name: words('stage.timeFrame') }))
  }
  return (
    <fieldset className="time-frame">
      <legend>{words('stage.timeFrame')}</legend>
      <div className="field-triple">
        <DraftField label={words('stage.from')} field="timeFrame" inputMode="decimal" value={form.minimum}
          isDisabled={!isEditable}
          onCommit={minimum => change({ minimum })} />
        <DraftField label={words('stage.to')} inputMode="decimal" value={form.maximum}
          isDisabled={!isEditable}
          onCommit={maximum => change({ maximum })} />
        <SelectField label={words('stage.unit')} value={form.unit} isDisabled={!isEditable}
          choices={timeUnits.map(name => ({ name, title: words(`unit.${name}`) }))}
          onChoose={unit => { if (unit !== null) change({ unit }) }} />
      </div>
      {problem !== undefined && <p className="panel-hint is-problem" role="alert">{problem}</p>}
    </fieldset>
  )
}
