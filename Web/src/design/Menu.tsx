import { useEffect, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { Icon } from './Icon'
import { Popover } from './Popover'
import type { Anchor } from './Popover'
import type { IconName } from './icons'

export type MenuEntry =
  | {
      readonly title: string; readonly run: () => void; readonly icon?: IconName; readonly keys?: readonly string[]
      readonly isDisabled?: boolean; readonly isDanger?: boolean; readonly isChecked?: boolean
    }
  | 'line'

interface MenuProps {
  readonly anchor: Anchor | Element
  readonly label: string
  readonly entries: readonly MenuEntry[]
  readonly onClose: () => void
  readonly align?: 'start' | 'end'
}

/** A list of things to do; arrows, Home, End and first letters move in it. The caller takes the focus back on close. */
export function Menu({ anchor, label, entries, onClose, align = 'start' }: MenuProps): JSX.Element {
  const list = useRef<HTMLDivElement>(null)
  const items = (): HTMLElement[] =>
    [...(list.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]:not([aria-disabled="true"])') ?? [])]

  useEffect(() => { requestAnimationFrame(() => items()[0]?.focus()) }, [])

  const move = (event: KeyboardEvent): void => {
    const all = items()
    const now = all.findIndex(item => item === document.activeElement)
    const to = target(event.key, now, all)
    event.stopPropagation()
    if (event.key === 'Tab') { event.preventDefault(); onClose(); return }
    if (to === null) return
    event.preventDefault()
    to.focus()
  }

  return (
    <Popover anchor={anchor} label={label} onClose={onClose} align={align} className="ds-menu" role="presentation">
      <div ref={list} role="menu" aria-label={label} onKeyDown={move}>
        {entries.map((entry, index) => entry === 'line'
          ? <div key={index} className="ds-menu-line" role="separator" />
          : (
            <button key={index} type="button" tabIndex={-1} className={entry.isDanger === true ? 'is-danger' : ''}
              role={entry.isChecked === undefined ? 'menuitem' : 'menuitemcheckbox'}
              aria-checked={entry.isChecked} aria-disabled={entry.isDisabled === true}
              onClick={() => {
                if (entry.isDisabled === true) return
                onClose()
                entry.run()
              }}>
              {entry.icon === undefined && entry.isChecked !== true ? <span className="ds-menu-gap" />
                : <Icon name={entry.isChecked === true ? 'check' : entry.icon ?? 'check'} />}
              <span className="ds-menu-title">{entry.title}</span>
              {entry.keys !== undefined && (
                <span className="ds-keys" aria-hidden="true">{entry.keys.map(key => <kbd key={key}>{key}</kbd>)}</span>
              )}
            </button>
          ))}
      </div>
    </Popover>
  )
}

function target(key: string, now: number, all: readonly HTMLElement[]): HTMLElement | null {
  const last = all.length - 1
  switch (key) {
    case 'ArrowDown': return all[now >= last ? 0 : now + 1] ?? null
    case 'ArrowUp': return all[now <= 0 ? last : now - 1] ?? null
    case 'Home': return all[0] ?? null
    case 'End': return all[last] ?? null
  }
  if (key.length !== 1 || key === ' ') return null
  const turned = [...all.slice(now + 1), ...all.slice(0, now + 1)]
  return turned.find(item => item.textContent?.trim().toLowerCase().startsWith(key.toLowerCase()) === true) ?? null
}
