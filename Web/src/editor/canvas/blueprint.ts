import { blueprintLayer } from './roles'
import type { LaneRole } from './roles'

export type BlueprintLineKind = 'interaction' | 'visibility' | 'internal-interaction'

/** A line of a service blueprint right above a lane. */
export interface BlueprintLine {
  readonly kind: BlueprintLineKind
  /** How many lanes lie above the line. */
  readonly position: number
}

const kinds: readonly (readonly [BlueprintLineKind, number])[] = [
  ['interaction', 1],
  ['visibility', 2],
  ['internal-interaction', 3],
]

/**
 * The lines among the lanes shown, from top to bottom.
 *
 * A line lies above the first lane of its lower layer; it is left out where nothing lies above it to divide
 * from, or
 * where a lane of a higher layer of the business lies below it: then the lanes are out of order.
 */
export function blueprintLines(roles: readonly LaneRole[]): readonly BlueprintLine[] {
  const layers = roles.map(blueprintLayer)
  const lines: BlueprintLine[] = []
  for (const [kind, below] of kinds) {
    const position = layers.indexOf(below)
    if (position < 0) continue
    const divides = layers.slice(0, position).some((layer) => layer !== null && layer < below)
    const isDisordered = layers.slice(position).some((layer) =>
      layer !== null && layer !== 0 && layer < below
    )
    if (divides && !isDisordered) lines.push({ kind, position })
  }
  return lines
}
