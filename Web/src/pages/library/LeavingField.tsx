import type { KeyboardEvent } from 'react'
import { Field } from '../../design/Field'
import { useDraft } from '../../editor/panels/fields/useDraft'

interface LeavingFieldProps {
  readonly label: string
  readonly value: string
  readonly onCommit: (text: string) => void
  readonly isLabelHidden?: boolean
  readonly isDisabled?: boolean
  readonly isMultiline?: boolean
  readonly placeholder?: string
}

/**
 * A text that is handed over when its field is left. Enter leaves it (Ctrl-Enter where there are lines),
 * Esc takes back.
 */
export function LeavingField({
  label, value, onCommit, isLabelHidden = false, isDisabled = false, isMultiline = false, placeholder,
}: LeavingFieldProps): JSX.Element {
  const draft = useDraft(value, text => { if (text !== value) onCommit(text) })
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && (!isMultiline || event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      draft.finish()
    } else if (event.key === 'Escape' && draft.isDirty) {
      event.stopPropagation()
      draft.cancel()
    }
  }
  return (
    <Field label={label} isLabelHidden={isLabelHidden}>
      {parts => {
        const common = {
          ...parts, className: 'ds-input', value: draft.text, disabled: isDisabled, placeholder, onKeyDown,
            onBlur: draft.finish,
          onChange: (event: { readonly target: { readonly value: string } }): void =>
            draft.type(event.target.value),
        }
        return isMultiline ? <textarea rows={3} maxLength={20_000} {...common} /> : <input type="text"
          maxLength={200} {...common} />
      }}
    </Field>
  )
}
