import type { Snapshot } from '../api/answers'
import type { Clock } from '../clock'
import type { OpenLive } from '../live/live'
import type { Ref } from '../types'
import type { Adopted } from './adoption'
import type { Keeper } from './keeper'
import type { Post } from './sender'

/** What a document needs of the world. */
export interface DocumentParts {
  readonly client: string
  readonly person: { readonly id: string; readonly name: string; readonly role: string }
  /** '' for the workspace alone. */
  readonly map: string
  readonly snapshot: Snapshot
  readonly adopted: readonly Adopted[]
  readonly clock: Clock
  readonly keeper: (failed: () => void) => Keeper
  readonly post: Post
  readonly load: () => Promise<Snapshot>
  readonly tell: (object: Ref | null) => Promise<unknown>
  readonly openLive: OpenLive
  /** Lets go of this tab's claim on its queue. */
  readonly release: () => void
}
