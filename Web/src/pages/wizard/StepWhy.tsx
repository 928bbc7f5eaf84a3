import type { KeyboardEvent } from 'react'
import { mapKinds, mapStates } from '../../editor/panels/maps/choices'
import { Field } from '../../design/Field'
import { words } from '../../words/words'
import { RadioCards } from './RadioCards'
import type { StepProps } from './StepWho'

const purposes = [
  { name: 'why', label: 'new.whyField', example: 'new.whyExample' },
  { name: 'expectedOutcome', label: 'new.outcome', example: 'new.outcomeExample' },
  { name: 'problem', label: 'new.problem', example: 'new.problemExample' },
] as const

/** The second step: the purpose, the kind and what the map shows. */
export function StepWhy({ draft, change }: StepProps): JSX.Element {
  // Enter goes on, as in every other field; a new line needs Shift.
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.currentTarget.form?.requestSubmit()
  }
  return (
    <>
      {purposes.map(({ name, label, example }, place) => (
        <Field key={name} label={place === 0 ? words(label) : `${words(label)} (${words('page.optional')})`}>
          {parts => (
            <textarea {...parts} className="ds-input wz-purpose" rows={2} maxLength={2_000}
              autoFocus={place === 0} data-name={name}
              value={draft[name]} placeholder={words(example)} onKeyDown={onKeyDown}
              onChange={event => change({ [name]: event.target.value })} />
          )}
        </Field>
      ))}
      <RadioCards label={words('new.kind')} value={draft.kind} onChoose={kind => change({ kind })}
        cards={mapKinds.map(kind => ({ name: kind, title: words(`mapKind.${kind}`),
          text: words(`new.kind.${kind}`) }))} />
      <RadioCards label={words('new.state')} value={draft.state} onChoose={state => change({ state })}
        cards={mapStates.map(state => ({ name: state, title: words(`mapState.${state}`),
          text: words(`new.state.${state}`) }))} />
    </>
  )
}
