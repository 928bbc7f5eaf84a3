import type { Influence, Setting, TouchpointEntry } from './entries'
import { isInner } from './entries'

/** What of the touchpoints is shown; empty texts mean: all. */
export interface Filters {
  readonly text: string
  /** A channel's id; `none` for touchpoints without one. */
  readonly channel: string
  readonly side: '' | 'inner' | 'outer'
  readonly setting: '' | Setting
  readonly influence: '' | Influence
  readonly use: '' | 'used' | 'unused' | 'twins'
}

export const noFilters: Filters = { text: '', channel: '', side: '', setting: '', influence: '', use: '' }

export const isFiltered = (filters: Filters): boolean => Object.values(filters).some(value => value !== '')

/** Names without what people write differently: capitals, accents, signs, spaces, plural s. */
export function plainName(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase().replace(/[^\p{L}\p{N}]+/gu,
    ' ').trim()
    .split(' ').map(word => (word.length > 3 ? word.replace(/s$/, '') : word)).join(' ')
}

/** The touchpoints whose names are the same but for how they are written. */
export function twins(entries: readonly TouchpointEntry[]): ReadonlySet<string> {
  const byName = new Map<string, string[]>()
  for (const { id, name } of entries) {
    const plain = plainName(name)
    if (plain !== '') byName.set(plain, [...byName.get(plain) ?? [], id])
  }
  return new Set([...byName.values()].filter(ids => ids.length > 1).flat())
}

/**
 * The touchpoints that fit, in their order.
 * @param used how many maps a touchpoint stands on; undefined while that is not known, when the use is not asked for.
 */
export function matching(
  entries: readonly TouchpointEntry[], filters: Filters, used: ((id: string) => number) | undefined,
): readonly TouchpointEntry[] {
  const words = plainName(filters.text).split(' ').filter(word => word !== '')
  const alike = filters.use === 'twins' ? twins(entries) : new Set<string>()
  return entries.filter(entry => {
    const { channel, setting, influence, departments, name, note } = entry
    if (filters.channel === 'none' ? channel !== null : filters.channel !== ''
      && channel?.id !== filters.channel) return false
    if (filters.side !== '' && isInner(entry) !== (filters.side === 'inner')) return false
    if (filters.setting !== '' && setting !== filters.setting) return false
    if (filters.influence !== '' && influence !== filters.influence) return false
    if (filters.use === 'twins' && !alike.has(entry.id)) return false
    if (used !== undefined && filters.use === 'used' && used(entry.id) === 0) return false
    if (used !== undefined && filters.use === 'unused' && used(entry.id) > 0) return false
    if (words.length === 0) return true
    const text = plainName([name, note, channel?.name ?? '', ...departments.map(each => each.name)].join(' '))
    return words.every(word => text.includes(word))
  })
}
