import { useLayoutEffect, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { Field } from '../../../design/Field'
import { useDraft } from './useDraft'

interface DraftFieldProps {
  readonly label: string
  readonly value: string
  readonly onCommit: (text: string) => void
  /** The name by which findings and commands ask for this field. */
  readonly field?: string
  readonly hint?: string
  readonly problem?: string
  readonly placeholder?: string
  readonly isMultiline?: boolean
  readonly isLabelHidden?: boolean
  readonly isDisabled?: boolean
  readonly inputMode?: 'text' | 'decimal' | 'numeric' | 'url'
  readonly suggestions?: readonly string[]
}

/** A text field that hands its text over when it is left. Enter (Ctrl-Enter in long texts) leaves it, Esc takes back. */
export function DraftField({
  label, value, onCommit, field, hint, problem, placeholder, isMultiline = false, isLabelHidden = false,
  isDisabled = false, inputMode, suggestions,
}: DraftFieldProps): JSX.Element {
  const draft = useDraft(value, text => { if (text !== value) onCommit(text) })
  const area = useRef<HTMLTextAreaElement>(null)

  useLayoutEffect(() => {
    const element = area.current
    if (element === null) return
    element.style.height = 'auto'
    element.style.height = `${element.scrollHeight + 2}px`
  }, [draft.text])

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
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
    <Field label={label} isLabelHidden={isLabelHidden} {...(hint === undefined ? {} : { hint })}
      {...(problem === undefined ? {} : { problem })}>
      {parts => {
        const common = {
          ...parts, className: 'ds-input', value: draft.text, placeholder, disabled: isDisabled,
          'data-field': field,
          onChange: (event: { readonly target: { readonly value: string } }): void =>
            draft.type(event.target.value),
          onBlur: draft.finish, onKeyDown,
        }
        if (isMultiline) return <textarea ref={area} rows={1} {...common} />
        const list = suggestions === undefined || suggestions.length === 0 ? undefined : `${parts.id}-list`
        return (
          <>
            <input type="text" inputMode={inputMode} list={list} {...common} />
            {list !== undefined && (
              <datalist id={list}>{suggestions?.map(each => <option key={each} value={each} />)}</datalist>
            )}
          </>
        )
      }}
    </Field>
  )
}
