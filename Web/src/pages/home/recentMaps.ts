import type { Revision } from '../../core/model/wire'

/** A map that a person has worked on, and when and how they left it. */
export interface RecentMap {
  readonly id: string
  readonly name: string
  /** Microseconds since 1970. */
  readonly at: number
  /** What they did last; null: they only looked. */
  readonly intention: string | null
}

const place = 'waymark.recent-maps'
const longest = 8

/** The maps that were opened in this browser, newest first. */
export function readOpened(stored: string | null): readonly { readonly id: string; readonly at: number }[] {
  if (stored === null) return []
  try {
    const value: unknown = JSON.parse(stored)
    if (!Array.isArray(value)) return []
    return value.flatMap((each: unknown) => {
      const { id, at } = (each ?? {}) as { id?: unknown; at?: unknown }
      return typeof id === 'string' && typeof at === 'number' ? [{ id, at }] : []
    }).slice(0, longest)
  } catch {
    return []
  }
}

export function openedMaps(): readonly { readonly id: string; readonly at: number }[] {
  try {
    return readOpened(window.localStorage.getItem(place))
  } catch {
    return []
  }
}

/** To be called where a map is opened, so that the home page leads back to it. */
export function rememberMap(id: string, now: number = Date.now()): void {
  try {
    const others = openedMaps().filter(each => each.id !== id)
    window.localStorage.setItem(place, JSON.stringify([{ id, at: now * 1_000 }, ...others].slice(0, longest)))
  } catch {
    // Without storage the home page knows only what was changed.
  }
}

/** Newest first: what the person changed, and what they opened; of one map the later of the two. */
export function recentMaps(
  maps: readonly { readonly id: string; readonly name: string }[], person: string,
  histories: ReadonlyMap<string, readonly Revision[]>,
    opened: readonly { readonly id: string; readonly at: number }[], most = 3,
): readonly RecentMap[] {
  return maps.flatMap(({ id, name }): readonly RecentMap[] => {
    const own = (histories.get(id) ?? []).find(revision => revision.person === person)
    const look = opened.find(each => each.id === id)
    if (own === undefined && look === undefined) return []
    if (own !== undefined) return [{ id, name, at: Math.max(own.at, look?.at ?? 0),
      intention: own.intention }]
    return [{ id, name, at: look?.at ?? 0, intention: null }]
  }).sort((a, b) => b.at - a.at).slice(0, most)
}
