import type { Theme } from '../model/preferences'
import { load, save } from './storage'

function apply(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}

function isDark(): boolean {
  const chosen = document.documentElement.dataset['theme']
  return chosen === undefined ? window.matchMedia('(prefers-color-scheme: dark)').matches : chosen === 'dark'
}

/** Applies the stored theme at once, and turns the button in the page's head into a switch. */
export function startTheme(): void {
  apply(load().theme)
  const button = document.querySelector<HTMLButtonElement>('[data-action="theme"]')
  if (button === null) return
  const show = (): void => button.setAttribute('aria-pressed', String(isDark()))
  show()
  button.hidden = false
  button.addEventListener('click', () => {
    const theme: Theme = isDark() ? 'light' : 'dark'
    apply(theme)
    save({ ...load(), theme })
    show()
  })
}
