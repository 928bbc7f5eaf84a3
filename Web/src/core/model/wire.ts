import type { Edit, Item, Kind, Ref, Values } from '../types'
import type { Inverse } from './inverse'

/** One object as the server hands it out. */
export interface WireObject {
  readonly kind: Kind
  readonly id: string
  readonly map?: string
  readonly deleted?: boolean
  readonly properties: Values
}

export function itemOf({ kind, id, map, deleted, properties }: WireObject): Item {
  const ref: Ref = map === undefined || map === null ? { kind, id } : { kind, id, map }
  return { ref, values: properties, deleted: deleted === true }
}

/** What a batch asks for: edits, or to take back what earlier ones did. */
export type Change = { readonly edits: readonly Edit[] } | { readonly undo: readonly Inverse[] }

/** One intention on its way to the server; (client, sequence) names it for ever. */
export type Batch = Change & { readonly sequence: number; readonly intention: string }

export interface OutcomeReport {
  readonly outcome:
    | 'applied' | 'no-change' | 'already-deleted' | 'to-tombstone' | 'already-exists' | 'unknown-object'
    | 'refused' | 'left-alone'
  readonly message?: string | null
  readonly hint?: string | null
  readonly object?: Ref | null
}

export interface BatchAnswer {
  readonly sequence: number
  /** The revision that the batch made; null or absent if it changed nothing. */
  readonly revision?: number | null
  readonly outcomes: readonly OutcomeReport[]
  /** Takes back what was applied. */
  readonly inverses: readonly Inverse[]
}

/** Whether something that was shown where it was made is not so at the server. */
export const isLoss = ({ outcome }: OutcomeReport): boolean =>
  ['to-tombstone', 'unknown-object', 'already-exists', 'refused'].includes(outcome)

/** One step of the workspace's history, as the live stream tells it. */
export interface Revision {
  readonly number: number
  /** Microseconds since 1970. */
  readonly at: number
  readonly person?: string | null
  readonly author: string
  readonly client: string
  readonly sequence: number
  readonly intention: string
  /** Only what had an effect. */
  readonly edits: readonly Edit[]
}
