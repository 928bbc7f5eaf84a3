import { useRef } from 'react'
import type { KeyboardEvent } from 'react'

interface SegmentedProps<Name extends string> {
  readonly label: string
  readonly value: Name
  readonly choices: readonly { readonly name: Name; readonly title: string }[]
  readonly onChoose: (name: Name) => void
  readonly isLabelHidden?: boolean
  readonly isDisabled?: boolean
}

/** One of a few, side by side; arrows move the choice. */
export function Segmented<Name extends string>({
  label, value, choices, onChoose, isLabelHidden = false, isDisabled = false,
}: SegmentedProps<Name>): JSX.Element {
  const group = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1
      : event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : 0
    if (by === 0 || isDisabled) return
    event.preventDefault()
    const place = choices.findIndex(choice => choice.name === value)
    const next = choices[(place + by + choices.length) % choices.length]
    if (next === undefined) return
    onChoose(next.name)
    group.current?.querySelectorAll<HTMLElement>('[role="radio"]')[choices.indexOf(next)]?.focus()
  }
  return (
    <div className="ds-segmented-field">
      <span className={isLabelHidden ? 'visually-hidden' : 'ds-label'} aria-hidden="true">{label}</span>
      <div ref={group} className="ds-segmented" role="radiogroup" aria-label={label} onKeyDown={move}>
        {choices.map(({ name, title }) => (
          <button key={name} type="button" role="radio" aria-checked={name === value} disabled={isDisabled}
            tabIndex={name === value ? 0 : -1} onClick={() => onChoose(name)}>
            {title}
          </button>
        ))}
      </div>
    </div>
  )
}
