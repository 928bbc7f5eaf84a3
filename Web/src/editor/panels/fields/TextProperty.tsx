import type { Ref } from '../../../core/types'
import { words } from '../../../words/words'
import { useEditor } from '../../view/services'
import { setProperty } from '../changes/changes'
import { optionalText } from '../values/reading'
import { DraftField } from './DraftField'
import { useItem, useMayEdit } from './useObjects'

interface TextPropertyProps {
  readonly object: Ref
  readonly property: string
  readonly label: string
  readonly hint?: string
  readonly placeholder?: string
  readonly isMultiline?: boolean
  readonly isLabelHidden?: boolean
  /** An emptied field means "not set" instead of an empty text. */
  readonly isOptional?: boolean
  readonly suggestions?: readonly string[]
}

/** A text property of an object. */
export function TextProperty({ object, property, label, isOptional = false,
  ...field }: TextPropertyProps): JSX.Element {
  const { document } = useEditor()
  const item = useItem(object)
  const isEditable = useMayEdit()
  return (
    <DraftField label={label} field={property} value={optionalText(item, property) ?? ''}
      isDisabled={!isEditable} {...field}
      onCommit={text => {
        const trimmed = text.trim()
        setProperty(document, object, property, isOptional && trimmed === '' ? null : trimmed,
          words('change.set', { name: label }))
      }} />
  )
}
