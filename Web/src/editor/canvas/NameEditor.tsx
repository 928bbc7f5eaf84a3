import { useLayoutEffect, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import type { Ref } from '../../core/types'
import { words } from '../../words/words'
import { rename } from '../commands/structureEdits'
import { useCanvas } from './canvasContext'

interface NameEditorProps {
  readonly object: Ref
  readonly value: string
  readonly placeholder: string
  readonly property?: string
}

/** Renames something where it stands: Enter keeps the name, Esc the old one. */
export function NameEditor({ object, value, placeholder, property = 'name' }: NameEditorProps): JSX.Element {
  const { editor } = useCanvas()
  const { view, document } = editor
  const field = useRef<HTMLInputElement>(null)
  const isDone = useRef(false)

  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true })
    field.current?.select()
  }, [])

  const end = (keeps: boolean): void => {
    if (isDone.current) return
    isDone.current = true
    const text = field.current?.value.trim() ?? ''
    if (keeps && text !== value) document.commit(words('intention.rename'), rename(object, text, property))
    view.update({ editing: null })
  }

  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    event.stopPropagation()
    if (
      event.nativeEvent.isComposing ||
      (event.key !== 'Enter' && event.key !== 'Escape' && event.key !== 'Tab')
    ) return
    event.preventDefault()
    end(event.key !== 'Escape')
    view.focusCanvas()
  }

  return (
    <input
      ref={field}
      className="name-field"
      defaultValue={value}
      placeholder={placeholder}
      maxLength={300}
      aria-label={words('canvas.nameField', { name: placeholder })}
      onKeyDown={press}
      onBlur={() => end(true)}
      onPointerDown={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
    />
  )
}
