import { useRef, useState } from 'react'
import { IconButton } from '../../../design/Button'
import { Icon } from '../../../design/Icon'
import type { IconName } from '../../../design/icons'
import { Popover } from '../../../design/Popover'
import { words } from '../../../words/words'
import { SearchList } from './SearchList'
import type { ListOption } from './SearchList'

interface PickerProps {
  readonly label: string
  /** The title of what is chosen; null: nothing. */
  readonly value: string | null
  readonly chosen: string | null
  readonly placeholder: string
  readonly icon?: IconName
  readonly options: readonly ListOption[]
  /** Null takes the choice away; only if `isOptional`. */
  readonly onChoose: (id: string | null) => void
  readonly onCreate?: (name: string) => void
  readonly isOptional?: boolean
  readonly isLabelHidden?: boolean
  readonly isDisabled?: boolean
  readonly field?: string
}

/** One thing chosen from a long list, by searching in it. */
export function Picker({
  label, value, chosen, placeholder, icon, options, onChoose, onCreate, isOptional = true,
  isLabelHidden = false,
  isDisabled = false, field,
}: PickerProps): JSX.Element {
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = (): void => {
    setOpen(false)
    button.current?.focus()
  }
  return (
    <div className="picker">
      <span className={isLabelHidden ? 'visually-hidden' : 'choices-label'} aria-hidden="true">{label}</span>
      <div className="picker-row">
        <button ref={button} type="button" className="picker-button" aria-haspopup="dialog"
          aria-expanded={isOpen}
          aria-label={`${label}: ${value ?? placeholder}`} disabled={isDisabled} data-field={field}
          onClick={() => setOpen(!isOpen)}>
          {icon !== undefined && <Icon name={icon} />}
          <span className={value === null ? 'is-placeholder' : ''}>{value ?? placeholder}</span>
          <Icon name="chevronDown" size={14} />
        </button>
        {isOptional && value !== null && !isDisabled && (
          <IconButton icon="close" size="small" label={words('panel.clear', { name: label })}
            onClick={() => { onChoose(null); button.current?.focus() }} />
        )}
      </div>
      {isOpen && button.current !== null && (
        <Popover anchor={button.current} label={label} onClose={close} className="picker-popover">
          <SearchList label={label} options={options} chosen={chosen}
            onChoose={id => { close(); onChoose(id) }}
            {...(onCreate === undefined
              ? {} : { onCreate: (name: string) => { close(); onCreate(name) } })} />
        </Popover>
      )}
    </div>
  )
}
