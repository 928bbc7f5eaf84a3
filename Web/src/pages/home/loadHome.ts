import { api } from '../../core'
import type { Reality } from '../../core'
import type { Revision, WireObject } from '../../core/model/wire'
import { compareKeys } from '../../core/model/order-key'
import type { Facts } from './tasks'
import { openedMaps, recentMaps } from './recentMaps'
import type { RecentMap } from './recentMaps'

export interface Home {
  readonly maps: readonly { readonly id: string; readonly name: string;
    readonly personas: readonly string[] }[]
  readonly recent: readonly RecentMap[]
  readonly facts: Facts
}

const mostMaps = 12
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Whether any of a map's numbers comes from events or answers. */
export function hasNumbers({ stages, touchpoints }: Pick<Reality, 'stages' | 'touchpoints'>): boolean {
  return [...Object.values(stages), ...Object.values(touchpoints)].some(place => place.rows.length > 0)
}

/** What the home page says of this person and this workspace. Parts that cannot be had are left out. */
export async function loadHome(person: string, isOwner: boolean): Promise<Home> {
  const { objects } = await api.workspace()
  const alive = (kind: WireObject['kind']): readonly WireObject[] => objects
    .filter(each => each.kind === kind && each.deleted !== true)
    .sort((a, b) => compareKeys(text(a.properties['order']), text(b.properties['order'])))
  const maps = alive('map').map(({ id, properties }) => ({
    id, name: text(properties['name']),
    personas: Array.isArray(properties['personas'])
      ? (properties['personas'] as readonly unknown[]).filter((each): each is string =>
        typeof each === 'string') : [],
  }))
  const looked = maps.slice(0, mostMaps)
  const [histories, realities, people, invitations] = await Promise.all([
    Promise.all(looked.map(({ id }) => api.history(id, undefined, 30)
      .then(({ revisions }): readonly [string, readonly Revision[]] => [id, revisions]).catch(() =>
        [id, []] as const))),
    Promise.all(looked.slice(0, 4).map(({ id }) => api.reality(id).then(hasNumbers).catch(() => false))),
    api.people().catch(() => []), isOwner ? api.invitations().catch(() => []) : [],
  ])
  return {
    maps, recent: recentMaps(maps, person, new Map(histories), openedMaps()),
    facts: {
      maps: maps.length, touchpoints: alive('touchpoint').length, hasNumbers: realities.some(has => has),
      people: people.filter(each => each.isActive !== false).length, invitations: invitations.length,
    },
  }
}
