import type { Kind, Ref, Value } from '../types'
import type { WireObject } from '../model/wire'

export type Role = 'viewer' | 'commenter' | 'editor' | 'owner'

export interface Person {
  readonly id: string
  readonly name: string
  readonly email?: string
  readonly role: Role
  readonly isActive?: boolean
}

export type Settings = { readonly [name: string]: Value }

export interface Session {
  readonly person: (Person & { readonly settings?: Settings }) | null
  readonly workspace: { readonly name: string }
  /** Nobody has an account yet. */
  readonly needsSetup: boolean
}

export interface OpenSession {
  readonly id: string
  readonly device: string
  readonly createdAt: number
  readonly lastSeenAt: number
  readonly isCurrent: boolean
}

export interface Invitation {
  readonly id: string
  readonly role: Role
  readonly note?: string
  /** The id of who made it. */
  readonly createdBy?: string
  readonly expiresAt: number
  /** Only in the answer to its making. */
  readonly link?: string
}

export interface Share {
  readonly id: string
  readonly label: string
  readonly expiresAt: number
  /** Null or absent: all that the map does not hide. */
  readonly lanes?: readonly string[] | null
  readonly showsNumbers: boolean
  readonly lastUsedAt?: number
  /** Only in the answer to its making. */
  readonly link?: string
}

export interface Snapshot {
  readonly revision: number
  readonly objects: readonly WireObject[]
}

/** What a rule of the model found in a map. */
export interface MapFinding {
  readonly code: string
  readonly severity: 'note' | 'warning' | 'error'
  readonly message: string
  readonly hint?: string | null
  readonly subject: Ref
  readonly property?: string | null
}

/** One number as the inspector shows it; the server has made its words. */
export interface NumberRow {
  readonly label: string
  readonly value: string
  readonly note?: string
  /** The anchor on the page of definitions. */
  readonly definition?: string
  readonly isLowBase: boolean
  readonly isSynthetic: boolean
}

/** The live numbers of one stage or touchpoint; no rows: nothing is measured there. */
export interface PlaceNumbers {
  readonly rows: readonly NumberRow[]
  /** The measured emotion, -3 to 3. */
  readonly emotion?: number
  readonly isClearlyWorse?: boolean
}

export interface Reality {
  readonly revision: number
  /** Where the events come from. */
  readonly source?: string
  readonly stages: { readonly [id: string]: PlaceNumbers }
  readonly touchpoints: { readonly [id: string]: PlaceNumbers }
  readonly cards: {
    readonly [id: string]: {
      readonly status: string; readonly label: string; readonly isStale: boolean; readonly explanation: string
    }
  }
  readonly evidenced: { readonly with: number; readonly of: number }
}

export interface SavedView {
  readonly id: string
  readonly name: string
  readonly isShared: boolean
  readonly settings: Settings
}

/** `snippet` marks what was found with U+0002 … U+0003. */
export interface SearchHit {
  readonly kind: Kind
  readonly id: string
  readonly map?: string
  readonly title: string
  readonly snippet: string
}

export interface Template {
  readonly id: string
  readonly name: string
  readonly summary: string
  readonly stages: readonly string[]
  readonly lanes: readonly { readonly role: string; readonly name: string; readonly more?: boolean }[]
}

/** Something that exists, or the name of a new one. */
export type Choice = { readonly id: string } | { readonly name: string }

export interface NewMap {
  readonly client: string
  readonly sequence: number
  readonly template: string
  readonly name: string
  readonly product: Choice
  readonly audience: Choice
  readonly kind: string
  readonly state: string
  readonly purpose: { readonly why: string; readonly expectedOutcome: string; readonly problem: string }
  readonly persona?: Choice
}
