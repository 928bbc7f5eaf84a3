import { load, save } from '../../app/storage'
import type { Theme } from '../../model/preferences'

/** Light or dark: the choice that all pages share. */

export function isDark(): boolean {
  const chosen = document.documentElement.dataset['theme']
  return chosen === undefined ? window.matchMedia('(prefers-color-scheme: dark)').matches : chosen === 'dark'
}

/** Applies what this browser remembers; where nobody has chosen, the page decides. */
export function applyTheme(): void {
  const { theme } = load()
  if (theme !== 'system') document.documentElement.dataset['theme'] = theme
}

export function toggleTheme(): void {
  const theme: Theme = isDark() ? 'light' : 'dark'
  save({ ...load(), theme })
  document.documentElement.dataset['theme'] = theme
}
