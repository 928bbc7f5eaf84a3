import { useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Icon } from '../../../design/Icon'
import type { IconName } from '../../../design/icons'
import { words } from '../../../words/words'
import { ranked } from '../../shell/fuzzy'

export interface ListOption {
  readonly id: string
  readonly title: string
  readonly note?: string
  readonly icon?: IconName
}

interface SearchListProps {
  readonly label: string
  readonly options: readonly ListOption[]
  readonly chosen?: string | null
  readonly onChoose: (id: string) => void
  /** Makes a new thing of the typed name. */
  readonly onCreate?: (name: string) => void
  readonly placeholder?: string
  readonly empty?: string
}

/** Shown at once; more are found by typing. */
const longest = 60

/** A list in which one searches by typing and chooses with arrows and Enter, or makes something new. */
export function SearchList({
  label, options, chosen = null, onChoose, onCreate, placeholder, empty,
}: SearchListProps): JSX.Element {
  const [query, setQuery] = useState('')
  const [place, setPlace] = useState(0)
  const list = useRef<HTMLUListElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  const found = ranked(query, options,
    option => ({ title: option.title, ...(option.note === undefined ? {} : { alias: option.note }) }))
    .slice(0, longest).map(match => match.thing)
  const name = query.trim()
  const isKnown = options.some(option => option.title.toLocaleLowerCase() === name.toLocaleLowerCase())
  const mayCreate = onCreate !== undefined && name !== '' && !isKnown
  const count = found.length + (mayCreate ? 1 : 0)
  const current = Math.min(place, Math.max(0, count - 1))

  useEffect(() => {
    // After the popover has found its place, or the dialog has opened.
    const frame = requestAnimationFrame(() => input.current?.focus())
    return () => cancelAnimationFrame(frame)
  }, [])
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [current, query])

  const take = (index: number): void => {
    const option = found[index]
    if (option !== undefined) onChoose(option.id)
    else if (mayCreate && index === found.length) onCreate?.(name)
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setPlace(count === 0 ? 0 : (current + step + count) % count)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      take(current)
    }
  }

  return (
    <div className="search-list">
      <div className="search-list-input">
        <Icon name="search" size={14} />
        <input ref={input} type="text" role="combobox" aria-label={label} aria-expanded="true"
          aria-controls={id}
          aria-autocomplete="list" aria-activedescendant={count > 0 ? `${id}-${current}` : undefined}
          placeholder={placeholder ?? words('panel.search')} value={query} onKeyDown={onKeyDown}
          onChange={event => { setQuery(event.target.value); setPlace(0) }} />
      </div>
      <ul ref={list} id={id} role="listbox" aria-label={label}>
        {found.map((option, index) => (
          <li key={option.id} id={`${id}-${index}`} role="option" aria-selected={index === current}
            onPointerMove={() => setPlace(index)} onClick={() => take(index)}>
            <Icon name={option.id === chosen ? 'check' : option.icon ?? 'custom'}
              className={option.icon === undefined && option.id !== chosen ? 'is-blank' : ''} />
            <span className="search-list-title">{option.title}</span>
            {option.note !== undefined && <span className="search-list-note">{option.note}</span>}
          </li>
        ))}
        {mayCreate && (
          <li id={`${id}-${found.length}`} role="option" aria-selected={current === found.length} className="is-create"
            onPointerMove={() => setPlace(found.length)} onClick={() => take(found.length)}>
            <Icon name="add" />
            <span className="search-list-title">{words('panel.create', { name })}</span>
          </li>
        )}
      </ul>
      {count === 0 && <p className="search-list-empty">{empty ?? words('panel.nothingFound')}</p>}
    </div>
  )
}
