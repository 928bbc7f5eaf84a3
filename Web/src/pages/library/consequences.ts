import type { Kind } from '../../core'
import { words } from '../../words/words'
import type { WordKey } from '../../words/words'
import { countReferences } from './references'
import type { Reference } from './references'

const named: Partial<Record<Kind, WordKey>> = {
  card: 'library.refs.card', moment: 'library.refs.moment', binding: 'library.refs.binding',
  touchpoint: 'library.refs.touchpoint', map: 'library.refs.map', persona: 'library.refs.persona',
}

/** "5 cards on 2 maps, 1 rule for events"; empty if nothing points at it. */
export function pointingWords(references: readonly Reference[]): string {
  const { kinds, maps } = countReferences(references)
  const inMaps = (kind: Kind): boolean => kind === 'card' || kind === 'moment'
  const parts = kinds.flatMap(([kind, count]) => {
    const key = named[kind]
    return key === undefined ? [] : [{ kind, text: words(key, { count }) }]
  })
  const onMaps = parts.filter(({ kind }) => inMaps(kind)).map(({ text }) => text).join(', ')
  const others = parts.filter(({ kind }) => !inMaps(kind)).map(({ text }) => text)
  return [onMaps === '' ? '' : words('library.refs.onMaps', { what: onMaps, count: maps }), ...others]
    .filter(part => part !== '').join(', ')
}
