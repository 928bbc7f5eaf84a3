import type { WireObject } from '../../core/model/wire'
import { compareKeys } from '../../core/model/order-key'
import type { Known } from './choosing'

/** What a new map can be about, and the names that are taken. */
export interface WorkspaceNames {
  readonly products: readonly Known[]
  readonly audiences: readonly Known[]
  readonly personas: readonly Known[]
  readonly maps: readonly string[]
}

export function namesIn(objects: readonly WireObject[]): WorkspaceNames {
  const named = (kind: WireObject['kind']): readonly Known[] => objects
    .filter(each => each.kind === kind && each.deleted !== true && text(each.properties['name']) !== '')
    .sort((a, b) => compareKeys(text(a.properties['order']), text(b.properties['order'])))
    .map(({ id, properties }) => ({ id, name: text(properties['name']) }))
  return {
    products: named('product'), audiences: named('audience'), personas: named('persona'),
    maps: named('map').map(({ name }) => name),
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
