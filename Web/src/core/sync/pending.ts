import type { Batch } from '../model/wire'
import type { Edit } from '../types'

/** A batch that is not part of the confirmed state yet. */
export interface Pending {
  readonly client: string
  batch: Batch
  /** It was, or may have been, sent: from now on it must not change. */
  isFrozen: boolean
  /** More of the same typing may come until then; milliseconds since 1970. */
  heldUntil: number
  /** The server has it on its disk. */
  isAcknowledged: boolean
  /** The revision that it became, if the server said so. */
  revision: number | null
  /** What of it has an effect on what is shown here. */
  effect: readonly Edit[]
  /** The typing that may still go on. */
  typing: Typing | null
}

export interface Typing {
  /** The key of the object and the property. */
  readonly place: string
  readonly began: number
  readonly last: number
}

export function pending(client: string, batch: Batch, isFrozen = false): Pending {
  return {
    client, batch, isFrozen, heldUntil: 0, isAcknowledged: false, revision: null, effect: [], typing: null,
  }
}
