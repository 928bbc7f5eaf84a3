import { useRef } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'

interface RadioCard<Name extends string> {
  readonly name: Name
  readonly title: string
  readonly text: string
  readonly picture?: ReactNode
  readonly badge?: string
}

interface RadioCardsProps<Name extends string> {
  readonly label: string
  readonly cards: readonly RadioCard<Name>[]
  readonly value: Name
  readonly onChoose: (name: Name) => void
  readonly shape?: 'plain' | 'gallery'
  readonly isLabelHidden?: boolean
}

/** One of several, each explained on a card. Arrows move the choice; Enter belongs to the form around it. */
export function RadioCards<Name extends string>({
  label, cards, value, onChoose, shape = 'plain', isLabelHidden = false,
}: RadioCardsProps<Name>): JSX.Element {
  const group = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1
      : event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : 0
    if (event.key === 'Enter') {
      event.preventDefault()
      group.current?.closest('form')?.requestSubmit()
      return
    }
    if (by === 0) return
    event.preventDefault()
    const place = cards.findIndex(card => card.name === value)
    const to = (place + by + cards.length) % cards.length
    const next = cards[to]
    if (next === undefined) return
    onChoose(next.name)
    group.current?.querySelectorAll<HTMLElement>('[role="radio"]')[to]?.focus()
  }
  return (
    <div className="wz-radio">
      <span className={isLabelHidden ? 'visually-hidden' : 'ds-label'} aria-hidden="true">{label}</span>
      <div ref={group} role="radiogroup" aria-label={label} className={`wz-cards is-${shape}`}
        onKeyDown={onKeyDown}>
        {cards.map(card => (
          <button key={card.name} type="button" role="radio" aria-checked={card.name === value}
            className="wz-card"
            tabIndex={card.name === value ? 0 : -1} onClick={() => onChoose(card.name)}>
            {card.picture}
            <span className="wz-card-words">
              <strong>{card.title}{card.badge !== undefined
                && <em className="wz-badge">{card.badge}</em>}</strong>
              <span>{card.text}</span>
            </span>
          </button>
        ))}
      </div>
    </div>
  )
}
