import { useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Field } from '../../design/Field'
import { Icon } from '../../design/Icon'
import { words } from '../../words/words'
import { choiceOfText, offered } from './choosing'
import type { Known } from './choosing'
import type { Choice } from './draft'

interface PickOrNewProps {
  readonly label: string
  readonly value: Choice
  readonly known: readonly Known[]
  readonly onChange: (choice: Choice) => void
  readonly placeholder: string
  readonly hint?: string
  readonly problem?: string
  readonly isFocused?: boolean
  readonly name: string
}

/**
 * A field in which one picks something known or types the name of something new; Enter goes on either way.
 */
export function PickOrNew({
  label, value, known, onChange, placeholder, hint, problem, isFocused = false, name,
}: PickOrNewProps): JSX.Element {
  const [isOpen, setOpen] = useState(false)
  const [marked, setMarked] = useState(-1)
  const input = useRef<HTMLInputElement>(null)
  const listId = useId()
  // Only when it appears: later the focus belongs to whoever types.
  useEffect(() => { if (isFocused) input.current?.focus({ preventScroll: true }) }, [])
  const options = offered(value.name, known, value.id !== null)
  const isListed = isOpen && options.length > 0
  const pick = (option: Known): void => {
    onChange({ id: option.id, name: option.name })
    setOpen(false)
    setMarked(-1)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const option = options[marked]
    if (by !== 0 && options.length > 0) {
      event.preventDefault()
      setOpen(true)
      setMarked(isListed ? (marked + by + options.length) % options.length : by > 0 ? 0 : options.length - 1)
    } else if (event.key === 'Enter' && isListed && option !== undefined) {
      event.preventDefault()
      pick(option)
    } else if (event.key === 'Escape' && isListed) {
      event.stopPropagation()
      setOpen(false)
      setMarked(-1)
    }
  }
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })} {...(problem === undefined ? {}
      : { problem })}>
      {parts => (
        <div className={value.name.trim() === '' ? 'wz-pick' : 'wz-pick has-tag'}>
          <input {...parts} ref={input} className="ds-input" role="combobox" aria-expanded={isListed}
            data-name={name}
            aria-controls={isListed ? listId : undefined} aria-autocomplete="list" autoComplete="off"
              maxLength={200}
            aria-activedescendant={isListed && marked >= 0 ? `${listId}-${marked}` : undefined}
            value={value.name} placeholder={placeholder} onKeyDown={onKeyDown}
            onClick={() => setOpen(true)}
            onBlur={() => { setOpen(false); setMarked(-1) }}
            onChange={event => {
              onChange(choiceOfText(event.target.value, known))
              setOpen(true)
              setMarked(-1)
            }} />
          {value.name.trim() !== '' && (
            <span className={value.id === null ? 'wz-tag' : 'wz-tag is-known'}>
              {words(value.id === null ? 'new.isNew' : 'new.known')}
            </span>
          )}
          {isListed && (
            <div id={listId} role="listbox" aria-label={label} className="wz-options">
              {options.map((option, place) => (
                <div key={option.id} id={`${listId}-${place}`} role="option"
                  aria-selected={option.id === value.id}
                  className={place === marked ? 'is-marked' : ''}
                  onPointerDown={event => { event.preventDefault(); pick(option) }}>
                  <span>{option.name}</span>
                  {option.id === value.id && <Icon name="check" />}
                </div>
              ))}
            </div>
          )}
        </div>
      )}
    </Field>
  )
}
