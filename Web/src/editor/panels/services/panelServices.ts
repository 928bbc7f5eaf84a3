import type { Finding } from '../findings/findings'
import type { Revision } from '../history/history'
import type { SavedView, ViewSettings } from '../views/settings'

/** One number as the server puts it into words; the browser only shows it. */
export interface NumberRow {
  readonly label: string
  readonly value: string
  readonly n: number | null
  readonly low: string | null
  readonly high: string | null
  /** The rule by which it was counted. */
  readonly definition: string
}

export type Standing = 'assumption' | 'anecdotal' | 'supported' | 'contradicted'

export interface CardStanding {
  readonly status: Standing
  readonly isStale: boolean
  /** One sentence with the counts and the thresholds. */
  readonly summary: string
}

/** What events and answers say about a map today. */
export interface Reality {
  readonly stages: ReadonlyMap<string, readonly NumberRow[]>
  readonly touchpoints: ReadonlyMap<string, readonly NumberRow[]>
  readonly cards: ReadonlyMap<string, CardStanding>
  /** Measured emotion per stage, −3…+3. */
  readonly measuredEmotion: ReadonlyMap<string, number>
  /** How many of the cards that make a statement have evidence. */
  readonly evidenced: { readonly with: number; readonly of: number } | null
}

/** Something the search has found, anywhere in the workspace. */
export interface Hit {
  readonly kind: string
  readonly id: string
  readonly map: string | null
  readonly title: string
  /** A piece of text in which \u0002…\u0003 marks what matched. */
  readonly snippet: string
}

export interface Account {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: string
  /** What this person has set for themselves, such as whether the tour was seen. */
  readonly settings: Readonly<Record<string, unknown>>
}

export interface SessionState { readonly person: Account | null; readonly workspaceName: string }

/** What the panels ask of the server; tests put another one in its place. */
export interface PanelServices {
  session(): Promise<SessionState>
  /** Changes some of the person's own settings, keeping the others. */
  saveSettings(settings: Readonly<Record<string, unknown>>): Promise<void>
  findings(map: string): Promise<readonly Finding[]>
  reality(map: string): Promise<Reality>
  /** The newest revisions first; `before` continues where an earlier answer ended. */
  history(map: string, before: number | null, limit: number): Promise<readonly Revision[]>
  views(map: string): Promise<readonly SavedView[]>
  saveView(map: string, view: { name: string; isShared: boolean; settings: ViewSettings }): Promise<void>
  deleteView(id: string): Promise<void>
  search(query: string, signal: AbortSignal): Promise<readonly Hit[]>
}
