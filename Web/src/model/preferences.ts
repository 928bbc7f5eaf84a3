/** What a reader chose to see, kept in this browser only. */
export type Theme = 'system' | 'light' | 'dark'

export interface Preferences {
  readonly theme: Theme
  readonly hiddenOverlays: readonly string[]
  readonly hiddenLanes: readonly string[]
}

export const initial: Preferences = { theme: 'system', hiddenOverlays: [], hiddenLanes: [] }

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []
}

/** Reads what was stored; anything unexpected falls back to the initial choice. */
export function parsed(stored: string | null): Preferences {
  if (stored === null) return initial
  try {
    const value: unknown = JSON.parse(stored)
    if (typeof value !== 'object' || value === null) return initial
    const record = value as Record<string, unknown>
    const theme = record['theme']
    return {
      theme: theme === 'light' || theme === 'dark' ? theme : 'system',
      hiddenOverlays: texts(record['hiddenOverlays']),
      hiddenLanes: texts(record['hiddenLanes']),
    }
  } catch {
    return initial
  }
}

export function toggled(list: readonly string[], item: string): readonly string[] {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item]
}
