/** How well a query fits a title: which letters matched, and a score to order by (higher is better). */
export interface Match {
  readonly score: number
  /** Places of the matched signs in the title, ascending. */
  readonly places: readonly number[]
}

const boundary = /[\s\-_/›.,:;()“”"'×·]/

/**
 * Whether the letters of the query occur in the title in this order, and how well.
 *
 * A run of letters counts more than scattered ones, the beginning of a word more than its middle, the beginning of
 * the title most; of titles that fit equally the shorter is better. Blanks in the query separate words, which may
 * stand in any order. Case and accents do not matter. Null: it does not fit.
 */
export function fuzzyMatch(query: string, title: string): Match | null {
  const folded = fold(title)
  const words = fold(query).split(/\s+/).filter(word => word !== '')
  if (words.length === 0) return { score: 0, places: [] }
  const places = new Set<number>()
  let score = 0
  for (const word of words) {
    const match = matchWord(word, folded)
    if (match === null) return null
    score += match.score
    match.places.forEach(place => places.add(place))
  }
  return { score: score - folded.length / 200, places: [...places].sort((a, b) => a - b) }
}

/** The best place for one word: whole in one piece where possible, else its letters in order. */
function matchWord(word: string, title: string): Match | null {
  let best: Match | null = null
  for (let start = title.indexOf(word); start >= 0; start = title.indexOf(word, start + 1)) {
    const begins = isWordStart(title, start)
    const isWordEnd = start + word.length === title.length || boundary.test(title[start + word.length] ?? '')
    const score = word.length * 2 + (start === 0 ? 12 : begins ? 8 : 0) + (isWordEnd ? 2 : 0)
    if (best === null || score > best.score) {
      best = { score, places: Array.from({ length: word.length }, (_, index) => start + index) }
    }
  }
  return best ?? scattered(word, title)
}

/**
 * Letters strewn over a title: initials of its words, with a few letters that follow them. Fewer than half of them at
 * beginnings of words, or the first one in the middle of a word, says nothing.
 */
function scattered(word: string, title: string): Match | null {
  const places: number[] = []
  let starts = 0
  let from = 0
  for (const sign of word) {
    // What follows at once is taken before the beginning of a later word.
    const follows = places.length > 0 && title[from] === sign
    const place = follows ? from : startOfWord(sign, title, from)
    if (place === null) return null
    if (isWordStart(title, place)) starts += 1
    places.push(place)
    from = place + 1
  }
  return starts * 2 < word.length ? null : { score: starts * 2 + (word.length - starts), places }
}

const isWordStart = (title: string, place: number): boolean => place === 0
  || boundary.test(title[place - 1] ?? '')

function startOfWord(sign: string, title: string, from: number): number | null {
  for (let place = title.indexOf(sign, from); place >= 0; place = title.indexOf(sign, place + 1)) {
    if (isWordStart(title, place)) return place
  }
  return null
}

/** Lower case without accents, sign by sign, so that places stay those of the original. */
function fold(text: string): string {
  return [...text].map(sign => {
    const bare = sign.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    return bare.length === sign.length ? bare : sign.length === 1 ? bare[0] ?? sign : sign
  }).join('')
}

/** The things that fit, best first; with an empty query all of them in the order given. */
export function ranked<Thing>(
  query: string, things: readonly Thing[], titlesOf: (thing: Thing) => { title: string; alias?: string },
): readonly { readonly thing: Thing; readonly places: readonly number[]; readonly score: number }[] {
  const found: { thing: Thing; places: readonly number[]; score: number; order: number }[] = []
  things.forEach((thing, order) => {
    const { title, alias } = titlesOf(thing)
    const match = fuzzyMatch(query, title)
    const other = alias === undefined ? null : fuzzyMatch(query, alias)
    if (match !== null) found.push({ thing, places: match.places, score: match.score, order })
    else if (other !== null) found.push({ thing, places: [], score: other.score - 4, order })
  })
  return found.sort((a, b) => b.score - a.score || a.order - b.order)
}
