import type { Edit, Ref, Values } from '../types'

/** What an undo expects to find, in the form in which the server writes it. */
export type Expectation =
  /** The object is there and these properties still have these values. */
  | { readonly standing: { readonly _0: Values } }
  /** The object is as it was left, and nothing has been put into it but this. */
  | { readonly untouched: { readonly _0: Values; readonly contents: readonly Ref[] } }
  /** The object is still deleted. */
  | { readonly deleted: { readonly [nothing: string]: never } }

/** An edit that takes another one back, and what it expects to find. */
export interface Inverse {
  readonly edit: Edit
  readonly expects: Expectation
  /** The object lay in something deleted before, so taking the edit back may hide it again. */
  readonly mayHide: boolean
}

/** What became of an edit. */
export type Outcome =
  | { readonly kind: 'applied'; readonly inverse: Inverse }
  /** Everything was so already; somebody has deleted it before; another object has this id. */
  | { readonly kind: 'no-change' | 'already-deleted' | 'already-exists' }
  /** The object, or what it should lie in, is deleted; or there never was such an object. */
  | { readonly kind: 'to-tombstone' | 'unknown-object'; readonly object: Ref }
  /** The edit makes no sense, whatever the state. */
  | { readonly kind: 'refused'; readonly reason: RefusalReason }

export type RefusalReason =
  'unknown-property' | 'wrong-value' | 'missing-property' | 'malformed-reference' | 'impossible'

/** Why an undo left something as others have made it. */
export type LeftAlone =
  | { readonly kind: 'changed-since'; readonly properties: readonly string[] }
  | { readonly kind: 'filled-since'; readonly objects: readonly Ref[] }
  | { readonly kind: 'deleted-since' | 'restored-since' }
  | { readonly kind: 'not-possible'; readonly outcome: Outcome }

/** What an undo did. */
export interface UndoReport {
  readonly undone: readonly Edit[]
  readonly leftAlone: readonly LeftAlone[]
  /** Undo these to do it again. */
  readonly redo: readonly Inverse[]
}

const taker = (edit: Edit, expects: Expectation): Inverse => ({ edit, expects, mayHide: false })

/** Takes an insertion or a restoration back. */
export const deletion = (object: Ref, values: Values, contents: readonly Ref[]): Inverse =>
  taker({ type: 'tombstone', object }, { untouched: { _0: values, contents } })

/** Takes a deletion back. */
export const restoration = (object: Ref): Inverse => taker({ type: 'restore', object }, { deleted: {} })
