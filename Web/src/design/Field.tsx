import { useId } from 'react'
import type { ReactNode } from 'react'

/** What a control inside a field needs to be tied to its label and texts. */
export interface FieldParts {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': boolean | undefined
}

interface FieldProps {
  readonly label: string
  readonly hint?: string
  readonly problem?: string
  readonly isLabelHidden?: boolean
  readonly children: (parts: FieldParts) => ReactNode
}

/** A labelled control with a hint and, when something is wrong, what to do about it. */
export function Field({ label, hint, problem, isLabelHidden = false, children }: FieldProps): JSX.Element {
  const id = useId()
  const text = problem ?? hint
  return (
    <div className={problem === undefined ? 'ds-field' : 'ds-field has-problem'}>
      <label htmlFor={id} className={isLabelHidden ? 'visually-hidden' : ''}>{label}</label>
      {children({
        id, 'aria-describedby': text === undefined ? undefined : `${id}-text`,
        'aria-invalid': problem === undefined ? undefined : true,
      })}
      {text !== undefined && <p id={`${id}-text`} className="ds-field-text">{text}</p>}
    </div>
  )
}
