import type { Kind, SearchHit } from '../../core'
import type { WordKey } from '../../words/words'

const named: Partial<Record<Kind, WordKey>> = {
  map: 'home.hit.map', stage: 'home.hit.stage', step: 'home.hit.step', lane: 'home.hit.lane',
    card: 'home.hit.card',
  persona: 'home.hit.persona', touchpoint: 'home.hit.touchpoint', evidence: 'home.hit.evidence',
    story: 'home.hit.story',
  moment: 'home.hit.moment',
}

/** The word for what was found. */
export const kindOfHit = (hit: SearchHit): WordKey => named[hit.kind] ?? 'home.hit.card'

/** Where a hit is looked at. `mapOf` knows a map for things outside of maps, such as a persona. */
export function addressOf(hit: SearchHit, mapOf: (hit: SearchHit) => string | undefined): string {
  if (hit.kind === 'touchpoint') return `/library#touchpoint/${encodeURIComponent(hit.id)}`
  const map = hit.kind === 'map' ? hit.id : hit.map ?? mapOf(hit)
  if (map === undefined) return '/library'
  const address = `/maps/${encodeURIComponent(map)}/edit`
  return hit.kind === 'map' || hit.kind === 'persona' ? address
    : `${address}#${hit.kind}/${encodeURIComponent(hit.id)}`
}

/** A snippet in parts: what was found stands between U+0002 and U+0003. */
export function partsOf(snippet: string): readonly { readonly text: string; readonly isFound: boolean }[] {
  const parts: { text: string; isFound: boolean }[] = []
  for (const [place, piece] of snippet.split('\u0002').entries()) {
    const [found = '', after] = place === 0 ? [undefined, piece] : piece.split('\u0003')
    if (place > 0 && found !== '') parts.push({ text: found, isFound: true })
    if (after !== undefined && after !== '') parts.push({ text: after, isFound: false })
  }
  return parts
}
