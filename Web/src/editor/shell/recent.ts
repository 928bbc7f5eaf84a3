/** What a person has used in the palette of late, newest first; kept by this browser. */
const place = 'waymark.palette.recent'
const longest = 6

export function recentCommands(): readonly string[] {
  try {
    const stored: unknown = JSON.parse(window.localStorage.getItem(place) ?? '[]')
    return Array.isArray(stored) ? stored.filter((id): id is string => typeof id === 'string').slice(0,
      longest) : []
  } catch {
    return []
  }
}

export function rememberCommand(id: string): void {
  try {
    window.localStorage.setItem(place, JSON.stringify(withNewest(recentCommands(), id)))
  } catch {
    // Without storage nothing is remembered; the palette works all the same.
  }
}

export function withNewest(recent: readonly string[], id: string): readonly string[] {
  return [id, ...recent.filter(each => each !== id)].slice(0, longest)
}
