import type { KeyPress } from './registry'

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)

interface Keys {
  readonly key: string
  readonly mod: boolean
  readonly shift: boolean
  readonly alt: boolean
}

function parse(keys: string): Keys {
  const parts = keys === '+' ? ['+'] : keys.split('+').map((part) => part === '' ? '+' : part)
  const key = parts[parts.length - 1] ?? ''
  return { key, mod: parts.includes('Mod'), shift: parts.includes('Shift'), alt: parts.includes('Alt') }
}

/** Whether a key press is the one a command names. Signs such as `?` match however they are typed. */
export function matchesKeys(keys: string, event: KeyPress): boolean {
  const wanted = parse(keys)
  const mod = isMac ? event.metaKey : event.ctrlKey
  const other = isMac ? event.ctrlKey : event.metaKey
  if (mod !== wanted.mod || other || event.altKey !== wanted.alt) return false
  const isSign = wanted.key.length === 1 && !/[a-z0-9]/i.test(wanted.key)
  if (!isSign && event.shiftKey !== wanted.shift) return false
  return event.key.length === 1
    ? event.key.toLowerCase() === wanted.key.toLowerCase()
    : event.key === wanted.key
}

const signs: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Delete: 'Del',
  Escape: 'Esc',
  Backspace: '⌫',
  ' ': 'Space',
}

/** The keys as a person reads them: `['Ctrl', 'Z']`. */
export function showKeys(keys: string): readonly string[] {
  const { key, mod, shift, alt } = parse(keys)
  const shown: string[] = []
  if (mod) shown.push(isMac ? '⌘' : 'Ctrl')
  if (alt) shown.push(isMac ? '⌥' : 'Alt')
  if (shift) shown.push(isMac ? '⇧' : 'Shift')
  shown.push(signs[key] ?? (key.length === 1 ? key.toUpperCase() : key))
  return shown
}
