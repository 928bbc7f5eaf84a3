/**
 * Order keys are fractions between 0 and 1 in base 36: the digits after the point, without trailing zeros.
 *
 * Comparing such texts byte by byte compares the numbers. It is the server's `OrderKey+Between` to the
 * letter: a new
 * key goes next to the longer of its neighbours, and when the digits run out there, twice as many are added,
 * so that
 * n insertions at one place need O(log n) characters.
 */

const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz'
const last = 35
type Digits = readonly number[]

/** Compares two texts by their UTF-8 bytes, as the server does: by code points, not by UTF-16 units. */
export function compareKeys(a: string, b: string): number {
  if (a === b) return 0
  const length = Math.min(a.length, b.length)
  for (let place = 0; place < length; place += 1) {
    const difference = a.charCodeAt(place) - b.charCodeAt(place)
    if (difference === 0) continue
    const surrogates = isSurrogate(a.charCodeAt(place)) !== isSurrogate(b.charCodeAt(place))
    return surrogates ? (isSurrogate(a.charCodeAt(place)) ? 1 : -1) : difference
  }
  return a.length - b.length
}

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff

/**
 * A key between two others; null on either side means the end of the list there.
 *
 * Null if there is no room: the lower is not below the upper, or a key typed by hand leaves none.
 */
export function between(lower: string | null, upper: string | null): string | null {
  if (lower !== null && upper !== null && compareKeys(lower, upper) >= 0) return null
  const low = digitsOf(lower ?? '')
  const high = upper === null ? null : digitsOf(upper)
  let key: string | null
  if (low && (upper === null || high)) {
    const digits = betweenDigits(low, high)
    key = digits && digits.map((digit) => alphabet.charAt(digit)).join('')
  } else {
    key = amongForeign(lower ?? '', upper)
  }
  if (!key) return null
  // Keys typed by hand may hold anything: what was found is believed only when it really lies between.
  if (lower !== null && compareKeys(key, lower) <= 0) return null
  if (upper !== null && compareKeys(key, upper) >= 0) return null
  return key
}

/**
 * Several ascending keys between two others, for things that are put there together; null if there is no
 * room.
 */
export function severalBetween(lower: string | null, upper: string | null, count: number): string[] | null {
  const keys: string[] = []
  let low = lower
  for (let place = 0; place < count; place += 1) {
    const key = between(low, upper)
    if (key === null) return null
    keys.push(key)
    low = key
  }
  return keys
}

/** Keys for a new list of `count` things, evenly spaced, all of the same few characters before trimming. */
export function first(count: number): string[] {
  let width = 1
  let room = 36
  while (room < 2 * (count + 1)) {
    width += 1
    room *= 36
  }
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const position = index + 1
    const part = Math.floor(((room % (count + 1)) * position) / (count + 1))
    let number = Math.floor(room / (count + 1)) * position + part
    let key = ''
    for (let place = 0; place < width; place += 1) {
      key = alphabet.charAt(number % 36) + key
      number = Math.floor(number / 36)
    }
    return key.replace(/0+$/, '')
  })
}

/** Null for a key with other characters, which only a person can have typed. */
function digitsOf(key: string): number[] | null {
  const digits: number[] = []
  for (const character of key) {
    const digit = alphabet.indexOf(character)
    if (digit < 0) return null
    digits.push(digit)
  }
  return digits
}

function betweenDigits(low: Digits, high: Digits | null): Digits | null {
  if (low.length === 0 && high === null) return [18]
  const fits = (key: Digits): boolean => precedes(low, key) && (high === null || precedes(key, high))
  const growsUpward = low.length >= (high?.length ?? 0)
  const above = raised(low)
  if (growsUpward && above && fits(above)) return above
  const below = high && lowered(high)
  if (below && fits(below)) return below
  if (!growsUpward && above && fits(above)) return above
  if (growsUpward || high === null) {
    // More digits after the lower neighbour: in the middle, or low down if the list counts upward here.
    const run = trailing(last, low)
    const longer = [...low, ...(run === 0 ? [18] : [...zeros(run), 1])]
    if (fits(longer)) return longer
  }
  return high && under(high, low, fits)
}

/** More digits in place of the last of the upper neighbour. */
function under(high: Digits, low: Digits, fits: (key: Digits) => boolean): Digits | null {
  const stem = withoutZeros(high)
  const digit = stem.pop()
  if (digit === undefined) return null
  stem.push(digit - 1)
  const run = trailing(0, stem)
  const key = [...stem, ...(run === 0 ? [18] : new Array<number>(run + 1).fill(last))]
  if (fits(key)) return key
  // The lower neighbour begins like the key: go on behind it.
  for (let more = 0; more <= Math.max(high.length, 2); more += 1) {
    const behind = [...low, ...zeros(more), 18]
    if (fits(behind)) return behind
  }
  return null
}

/** The next fraction with as many digits that does not end in 0; null if there is none below 1. */
function raised(key: Digits): Digits | null {
  const result = [...key]
  let place = result.length - 1
  while (place >= 0 && result[place] === last) {
    result[place] = 0
    place -= 1
  }
  if (place < 0) return null
  result[place] = (result[place] ?? 0) + 1
  // Trimming the zeros would give up the room that the digits were added for.
  if (result[result.length - 1] === 0) result[result.length - 1] = 1
  return result
}

/** The fraction before with as many digits that does not end in 0; null if there is none. */
function lowered(key: Digits): Digits | null {
  const result = withoutZeros(key)
  const digit = result[result.length - 1]
  if (digit === undefined) return null
  if (digit > 1) {
    result[result.length - 1] = digit - 1
    return result
  }
  let place = result.length - 2
  while (place >= 0 && result[place] === 0) {
    result[place] = last
    place -= 1
  }
  if (place < 0) return null
  result[place] = (result[place] ?? 0) - 1
  result[result.length - 1] = last
  return result
}

function withoutZeros(key: Digits): number[] {
  const result = [...key]
  while (result[result.length - 1] === 0) result.pop()
  return result
}

const zeros = (count: number): number[] => new Array<number>(count).fill(0)

function trailing(digit: number, key: Digits): number {
  let run = 0
  while (run < key.length && key[key.length - 1 - run] === digit) run += 1
  return run
}

function precedes(a: Digits, b: Digits): boolean {
  for (let place = 0; place < a.length && place < b.length; place += 1) {
    const difference = (a[place] ?? 0) - (b[place] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return a.length < b.length
}

/** Between keys that hold other characters: the simplest text that lies there. */
function amongForeign(low: string, high: string | null): string | null {
  if (high === null || !high.startsWith(low)) return low + 'i'
  let key = low
  for (const character of high.slice(low.length)) {
    if (compareKeys(character, 'i') > 0) return key + 'i'
    if (compareKeys(character, '0') > 0) return key + '0i'
    if (compareKeys(character, '0') < 0) return null
    key += '0'
  }
  return null
}
