import type { Item, Kind, MapDocument } from '../../core'
import { textOf } from '../../core'

export const namedKinds = ['channel', 'department', 'product', 'audience'] as const
export type NamedKind = (typeof namedKinds)[number]
export const libraryKinds = ['touchpoint', ...namedKinds] as const
export type LibraryKind = (typeof libraryKinds)[number]

export type Ownership = 'own' | 'paid' | 'third-party'
export type Setting = 'online' | 'offline'
export type Influence = 'yes' | 'indirectly' | 'no'

export const ownerships: readonly Ownership[] = ['own', 'paid', 'third-party']
export const settings: readonly Setting[] = ['online', 'offline']
export const influences: readonly Influence[] = ['yes', 'indirectly', 'no']

/** A touchpoint as the library shows it. */
export interface TouchpointEntry {
  readonly id: string
  readonly name: string
  /** Null: none, or one that was deleted. */
  readonly channel: { readonly id: string; readonly name: string } | null
  readonly ownership: Ownership
  readonly setting: Setting
  readonly influence: Influence
  readonly departments: readonly { readonly id: string; readonly name: string }[]
  readonly note: string
}

const oneOf = <Name extends string>(all: readonly Name[], value: unknown, otherwise: Name): Name =>
  all.find(each => each === value) ?? otherwise

export function touchpointEntries(document: MapDocument): readonly TouchpointEntry[] {
  const channels = namesOf(document, 'channel')
  const departments = namesOf(document, 'department')
  return document.list('touchpoint').map(item => entryOf(item, channels, departments))
}

function namesOf(document: MapDocument, kind: Kind): ReadonlyMap<string, string> {
  return new Map(document.list(kind).map(item => [item.ref.id, textOf(item, 'name')]))
}

function entryOf(
  item: Item, channels: ReadonlyMap<string, string>, departments: ReadonlyMap<string, string>,
): TouchpointEntry {
  const { values } = item
  const channel = textOf(item, 'channel')
  const responsible = Array.isArray(values['departments']) ? values['departments'] as readonly unknown[] : []
  return {
    id: item.ref.id, name: textOf(item, 'name'), note: textOf(item, 'note'),
    channel: channels.has(channel) ? { id: channel, name: channels.get(channel) ?? '' } : null,
    ownership: oneOf(ownerships, values['ownership'], 'own'),
      setting: oneOf(settings, values['setting'], 'online'),
    influence: oneOf(influences, values['influence'], 'yes'),
    departments: responsible.flatMap(id => (typeof id === 'string' && departments.has(id)
      ? [{ id, name: departments.get(id) ?? '' }] : [])),
  }
}

/** Inner touchpoints are the company's own; all others are outer. */
export const isInner = ({ ownership }: Pick<TouchpointEntry, 'ownership'>): boolean => ownership === 'own'
