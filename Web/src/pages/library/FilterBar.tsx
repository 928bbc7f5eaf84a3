import type { ReactNode } from 'react'
import { Button } from '../../design/Button'
import { Icon } from '../../design/Icon'
import { words } from '../../words/words'
import { isFiltered, noFilters } from './filters'
import type { Filters } from './filters'

interface FilterBarProps {
  readonly filters: Filters
  readonly onChange: (filters: Filters) => void
  readonly channels: readonly { readonly id: string; readonly name: string }[]
  readonly hasTwins: boolean
  readonly shown: number
  readonly all: number
  readonly children?: ReactNode
}

/** Search and filters above the list of touchpoints. */
export function FilterBar({ filters, onChange, channels, hasTwins, shown, all,
  children }: FilterBarProps): JSX.Element {
  const change = (part: Partial<Filters>): void => onChange({ ...filters, ...part })
  const uses = hasTwins ? (['used', 'unused', 'twins'] as const) : (['used', 'unused'] as const)
  return (
    <div className="lb-filters" role="search">
      <div className="lb-search">
        <Icon name="search" />
        <input type="search" className="ds-input" aria-label={words('library.search')}
          placeholder={words('library.search')}
          value={filters.text} onChange={event => change({ text: event.target.value })} />
      </div>
      {children}
      <div className="lb-selects">
        <Select label={words('library.filter.channel')} value={filters.channel}
          onChange={channel => change({ channel })}
          options={[
            { value: '', title: words('library.filter.channel.any') },
            ...channels.map(({ id, name }) => ({ value: id, title: name })),
            { value: 'none', title: words('library.filter.channel.none') },
          ]} />
        <Select label={words('library.filter.side')} value={filters.side} onChange={side => change({ side })}
          options={[
            { value: '', title: words('library.filter.side.any') },
            { value: 'inner', title: words('library.filter.side.inner') },
            { value: 'outer', title: words('library.filter.side.outer') },
          ]} />
        <Select label={words('library.filter.setting')} value={filters.setting}
          onChange={setting => change({ setting })}
          options={[
            { value: '', title: words('library.filter.setting.any') },
            { value: 'online', title: words('library.filter.setting.online') },
            { value: 'offline', title: words('library.filter.setting.offline') },
          ]} />
        <Select label={words('library.filter.influence')} value={filters.influence}
          onChange={influence => change({ influence })}
          options={[
            { value: '', title: words('library.filter.influence.any') },
            ...(['yes', 'indirectly', 'no'] as const).map(value =>
              ({ value, title: words(`library.filter.influence.${value}`) })),
          ]} />
        <Select label={words('library.filter.use')} value={filters.use} onChange={use => change({ use })}
          options={[
            { value: '', title: words('library.filter.use.any') },
            ...uses.map(value => ({ value, title: words(`library.filter.use.${value}`) })),
          ]} />
        <span className="lb-shown" role="status">{words('library.shown', { shown, all })}</span>
        {isFiltered(filters) && (
          <Button kind="quiet" size="small" onClick={() =>
            onChange(noFilters)}>{words('library.filter.clear')}</Button>
        )}
      </div>
    </div>
  )
}

interface SelectProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly title: string }[]
  readonly onChange: (value: Value) => void
}

function Select<Value extends string>({ label, value, options, onChange }: SelectProps<Value>): JSX.Element {
  return (
    <select className={value === '' ? 'lb-select' : 'lb-select is-set'} aria-label={label} value={value}
      onChange={event => {
        const chosen = options.find(option => option.value === event.target.value)
        if (chosen !== undefined) onChange(chosen.value)
      }}>
      {options.map(option => <option key={option.value} value={option.value}>{option.title}</option>)}
    </select>
  )
}
