/** Microseconds since 1970, as the server counts. */
export type Microseconds = number

const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_557_600], ['month', 2_629_800], ['week', 604_800], ['day', 86_400], ['hour', 3_600],
  ['minute', 60],
]

/** "2 hours ago", "in 3 days"; `now` in milliseconds. */
export function relative(at: Microseconds, now: number = Date.now(), language = 'en'): string {
  const seconds = at / 1_000_000 - now / 1_000
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  for (const [unit, length] of units) {
    if (Math.abs(seconds) >= length) return format.format(Math.round(seconds / length), unit)
  }
  return format.format(0, 'second')
}

/** "22 November 2026, 06:10", for a tooltip beside the relative one. */
export const exact = (at: Microseconds, language = 'en-GB'): string =>
  new Date(at / 1_000).toLocaleString(language, { dateStyle: 'long', timeStyle: 'short' })
