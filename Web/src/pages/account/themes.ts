import type { Theme } from '../../model/preferences'

export const themes: readonly Theme[] = ['system', 'light', 'dark']

/** Shows the page in a theme at once; `system` leaves the choice to the browser. */
export function showTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}
