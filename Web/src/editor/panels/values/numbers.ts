/** What somebody typed as a number: nothing, a number, or something else. */
export type TypedNumber =
  | { readonly kind: 'empty' }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'wrong' }

/** Reads a typed number; a comma counts as the decimal point, blanks between digits are left out. */
export function readNumber(text: string): TypedNumber {
  const bare = text.replace(/[\s\u00a0\u202f]/g, '').replace('−', '-').replace(',', '.')
  if (bare === '') return { kind: 'empty' }
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(bare)) return { kind: 'wrong' }
  const value = Number(bare)
  return Number.isFinite(value) ? { kind: 'number', value } : { kind: 'wrong' }
}

/** A number for a field: as few digits as tell it, never more than `digits` after the point. */
export function showNumber(value: number | null, digits = 4): string {
  if (value === null || !Number.isFinite(value)) return ''
  return String(Number(value.toFixed(digits)))
}

/** −2 as `−2`, 2 as `+2`: how scores of feelings are written. */
export function signed(value: number): string {
  const shown = showNumber(Math.abs(value), 1)
  if (value === 0 || shown === '0') return '0'
  return value > 0 ? `+${shown}` : `−${shown}`
}
