import { Field } from '../../../design/Field'
import { Icon } from '../../../design/Icon'
import type { IconName } from '../../../design/icons'

export interface Choice<Name extends string> {
  readonly name: Name
  readonly title: string
  readonly icon?: IconName
  /** A colour of the palette that marks the choice when it is taken. */
  readonly hue?: string
}

interface ChoicesProps<Name extends string> {
  readonly label: string
  readonly choices: readonly Choice<Name>[]
  readonly value: Name | null
  /** Pressing the choice that is taken hands over null, if `isOptional`. */
  readonly onChoose: (name: Name | null) => void
  readonly isOptional?: boolean
  readonly isLabelHidden?: boolean
  readonly isDisabled?: boolean
  readonly field?: string
}

/** A few choices side by side. */
export function Choices<Name extends string>({
  label, choices, value, onChoose, isOptional = false, isLabelHidden = false, isDisabled = false, field,
}: ChoicesProps<Name>): JSX.Element {
  return (
    <div className="choices">
      <span className={isLabelHidden ? 'visually-hidden' : 'choices-label'} aria-hidden="true">{label}</span>
      <div className="choices-row" role="group" aria-label={label}>
        {choices.map(choice => {
          const isTaken = choice.name === value
          return (
            <button key={choice.name} type="button" aria-pressed={isTaken} disabled={isDisabled}
              data-field={field}
              style={isTaken && choice.hue !== undefined
                ? { color: `var(--wm-${choice.hue})`, background: `var(--wm-${choice.hue}-tint)` } : undefined}
              onClick={() => onChoose(isTaken && isOptional ? null : choice.name)}>
              {choice.icon !== undefined && <Icon name={choice.icon} size={14} />}
              {choice.title}
            </button>
          )
        })}
      </div>
    </div>
  )
}

interface SelectFieldProps<Name extends string> {
  readonly label: string
  readonly choices: readonly { readonly name: Name; readonly title: string }[]
  readonly value: Name | null
  readonly onChoose: (name: Name | null) => void
  /** The words of "nothing chosen"; without them something is always chosen. */
  readonly none?: string
  readonly isLabelHidden?: boolean
  readonly isDisabled?: boolean
  readonly field?: string
}

/** One of many choices. */
export function SelectField<Name extends string>({
  label, choices, value, onChoose, none, isLabelHidden = false, isDisabled = false, field,
}: SelectFieldProps<Name>): JSX.Element {
  const isKnown = choices.some(choice => choice.name === value)
  return (
    <Field label={label} isLabelHidden={isLabelHidden}>
      {parts => (
        <select {...parts} className="ds-input" disabled={isDisabled} data-field={field}
          value={isKnown ? value ?? '' : ''}
          onChange={event => onChoose(choices.find(choice => choice.name === event.target.value)?.name
            ?? null)}>
          {(none !== undefined || !isKnown) && <option value=""
            disabled={none === undefined}>{none ?? ''}</option>}
          {choices.map(choice => <option key={choice.name} value={choice.name}>{choice.title}</option>)}
        </select>
      )}
    </Field>
  )
}
