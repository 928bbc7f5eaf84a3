import { initial, parsed, type Preferences } from '../model/preferences'

const key = 'waymark.preferences'

/** A browser may refuse storage (private windows); then choices last as long as the page. */
export function load(): Preferences {
  try {
    return parsed(window.localStorage.getItem(key))
  } catch {
    return initial
  }
}

export function save(preferences: Preferences): void {
  try {
    window.localStorage.setItem(key, JSON.stringify(preferences))
  } catch {
    return
  }
}
