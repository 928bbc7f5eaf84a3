import type { Ref } from '../../core/types'
import type { Place } from './place'

/** A text that is being typed on the map. */
export type Editing =
  | { readonly kind: 'card'; readonly card: string; readonly first?: string }
  /** A card that does not exist yet: it comes after `after`, or first in the cell. */
  | {
      readonly kind: 'new'; readonly lane: string; readonly step: string; readonly after: string | null
      readonly first?: string
    }
  /** The name of a stage, step, lane or flow, or another text of it such as the mindset. */
  | { readonly kind: 'name'; readonly object: Ref; readonly property?: string }

/** What is being dragged; `active` once the pointer has really moved. */
export interface Dragging {
  readonly what: 'cards' | 'lane' | 'stage' | 'step' | 'flow' | 'feeling' | 'marquee'
  readonly ids: readonly string[]
}

/** One thing told in passing, with at most one way to answer it. */
export interface Notice {
  readonly id: number
  readonly text: string
  readonly tone: 'plain' | 'problem'
  readonly action?: { readonly title: string; readonly run: () => void }
}

export interface ViewState {
  /** Ids of cards. The card under the cursor is among them, unless several are chosen. */
  readonly selection: ReadonlySet<string>
  readonly cursor: Place | null
  readonly editing: Editing | null
  /** 0.25 … 2. */
  readonly zoom: number
  /** The lanes shown; null: all that are not hidden. */
  readonly laneFilter: ReadonlySet<string> | null
  /** Whether lanes marked as hidden are shown, faintly. */
  readonly showsHiddenLanes: boolean
  /** Further personas whose emotion curves lie over the primary one's. */
  readonly personas: readonly string[]
  /** The panel beside the map, by name: 'inspector', 'findings', 'personas', …; null: none. */
  readonly panel: string | null
  /** The dialog in front of everything: 'palette', 'keys', 'tour', 'touchpoint', …; `object` is what it is about. */
  readonly dialog: { readonly name: string; readonly object?: Ref } | null
  readonly isFullScreen: boolean
  readonly dragging: Dragging | null
  readonly notices: readonly Notice[]
  /** Spoken by screen readers. */
  readonly announcement: string
}

const initial: ViewState = {
  selection: new Set(), cursor: null, editing: null, zoom: 1, laneFilter: null, showsHiddenLanes: false,
  personas: [], panel: null, dialog: null, isFullScreen: false, dragging: null, notices: [], announcement: '',
}

/** How one person looks at one map: everything that is not part of the map itself. */
export class EditorView {
  private current: ViewState
  private readonly listeners = new Set<() => void>()
  private nextNotice = 1
  /** Brings a place into sight; set by the canvas. */
  reveal: (place: Place) => void = () => undefined
  /** Chooses the zoom that shows the whole map; set by the canvas. */
  fit: () => void = () => undefined
  /** Gives the keyboard back to the canvas; set by the canvas. */
  focusCanvas: () => void = () => undefined

  constructor(start: Partial<ViewState> = {}) {
    this.current = { ...initial, ...start }
  }

  get state(): ViewState { return this.current }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => { this.listeners.delete(listener) }
  }

  update(change: Partial<ViewState>): void {
    const isNew = Object.entries(change).some(([name, value]) => this.current[name as keyof ViewState] !== value)
    if (!isNew) return
    this.current = { ...this.current, ...change }
    for (const listener of [...this.listeners]) listener()
  }

  /** Puts the cursor somewhere; what was chosen before is let go. */
  go(place: Place | null): void {
    const card = place?.at === 'cell' ? place.card : null
    this.update({ cursor: place, selection: new Set(card === null ? [] : [card]), editing: null })
  }

  /** Chooses exactly these cards. */
  select(cards: Iterable<string>): void { this.update({ selection: new Set(cards) }) }

  setZoom(zoom: number): void {
    this.update({ zoom: Math.min(2, Math.max(0.25, Math.round(zoom * 100) / 100)) })
  }

  openPanel(name: string | null): void { this.update({ panel: name }) }

  openDialog(name: string, object?: Ref): void {
    this.update({ dialog: object === undefined ? { name } : { name, object } })
  }

  closeDialog(): void { this.update({ dialog: null }) }

  /** Shows a notice; at most three stay, the oldest leaves first. */
  tell(text: string, options: { tone?: Notice['tone']; action?: Notice['action'] } = {}): void {
    const notice: Notice = {
      id: this.nextNotice++, text, tone: options.tone ?? 'plain',
      ...(options.action === undefined ? {} : { action: options.action }),
    }
    this.update({ notices: [...this.current.notices.slice(-2), notice], announcement: text })
  }

  dismiss(id: number): void {
    this.update({ notices: this.current.notices.filter(notice => notice.id !== id) })
  }

  announce(text: string): void { this.update({ announcement: text }) }
}
