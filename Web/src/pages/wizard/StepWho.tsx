import { Field } from '../../design/Field'
import { words } from '../../words/words'
import type { Known } from './choosing'
import { nameOf } from './draft'
import type { Draft, DraftProblem } from './draft'
import { PickOrNew } from './PickOrNew'

export interface StepProps {
  readonly draft: Draft
  readonly change: (part: Partial<Draft>) => void
}

interface StepWhoProps extends StepProps {
  readonly products: readonly Known[]
  readonly audiences: readonly Known[]
  readonly personas: readonly Known[]
  readonly takenNames: readonly string[]
  readonly problems: readonly DraftProblem[]
}

/** The first step: whose journey it is. */
export function StepWho({ draft, change, products, audiences, personas, takenNames,
  problems }: StepWhoProps): JSX.Element {
  const problem = (name: DraftProblem): { problem?: string } =>
    problems.includes(name) ? { problem: words(`new.${name}Missing`) } : {}
  return (
    <>
      <PickOrNew label={words('new.product')} value={draft.product} known={products} name="product"
        placeholder={words('new.productExample')} isFocused={draft.product.name === ''
          || draft.audience.name !== ''} {...problem('product')}
        onChange={product => change({ product })} />
      <PickOrNew label={words('new.audience')} value={draft.audience} known={audiences} name="audience"
        placeholder={words('new.audienceExample')} {...problem('audience')}
        isFocused={draft.product.name !== '' && draft.audience.name === ''}
          onChange={audience => change({ audience })} />
      <PickOrNew label={`${words('new.persona')} (${words('page.optional')})`} value={draft.persona}
        known={personas}
        name="persona" placeholder={words('new.personaExample')} hint={words('new.personaHint')}
        onChange={persona => change({ persona })} />
      <Field label={words('new.name')} hint={words('new.nameHint')} {...problem('name')}>
        {parts => (
          <input {...parts} className="ds-input" data-name="name" maxLength={200}
            value={nameOf(draft, takenNames)}
            onChange={event => change({ ownName: event.target.value })}
            onBlur={event => { if (event.target.value.trim() === '') change({ ownName: null }) }} />
        )}
      </Field>
    </>
  )
}
