import type { Present } from '../../core/types'
import type { CardMark, Editor } from '../view/services'
import type { Scene } from './scene'

/** What a card looks like besides its content. */
export interface CardState {
  readonly isChosen: boolean
  /** Under the cursor. */
  readonly isCurrent: boolean
  readonly isDragged: boolean
  /** Linked to the current card. */
  readonly isLinked: boolean
  readonly mark: CardMark | null
  /** Who else has it in hand. */
  readonly holder: Present | null
}

/** Tells each card when, and only when, it looks different. */
export class CardStates {
  private readonly known = new Map<string, CardState>()
  private readonly listeners = new Map<string, Set<() => void>>()
  private holders = new Map<string, Present>()
  private linked: ReadonlySet<string> = new Set()
  private current: string | null = null
  private hovered: string | null = null
  private readonly release: readonly (() => void)[]

  constructor(private readonly editor: Editor, private readonly scene: Scene) {
    const { document, view, services } = editor
    this.readHolders()
    this.release = [
      document.subscribe((changed) => {
        if (changed.size === 0) this.readHolders()
      }),
      view.subscribe(() => this.refresh()),
      services.marks.subscribe(() => this.refresh()),
      scene.subscribe(() => this.relink()),
    ]
  }

  close(): void {
    for (const release of this.release) release()
  }

  get(id: string): CardState {
    const known = this.known.get(id)
    if (known !== undefined) return known
    const state = this.read(id)
    this.known.set(id, state)
    return state
  }

  subscribe(id: string, listener: () => void): () => void {
    const set = this.listeners.get(id) ?? new Set()
    set.add(listener)
    this.listeners.set(id, set)
    return () => {
      set.delete(listener)
      if (set.size > 0 || this.listeners.get(id) !== set) return
      this.listeners.delete(id)
      this.known.delete(id)
    }
  }

  /** The card under the pointer shows its links too. */
  hover(id: string | null): void {
    if (this.hovered === id) return
    this.hovered = id
    this.relink()
  }

  /** The card whose links are shown: the one under the pointer, or the current one. */
  get linkSource(): string | null {
    return this.hovered ?? this.current
  }

  /** The cards linked to or from a card. */
  linksOf(id: string): readonly string[] {
    const own = this.scene.card(id)
    if (own === undefined) return []
    const found = new Set(own.links)
    for (const row of this.scene.grid.cells.values()) {
      for (const cell of row) for (const card of cell) if (card.links.includes(id)) found.add(card.id)
    }
    return [...found]
  }

  private read(id: string): CardState {
    const { selection, dragging } = this.editor.view.state
    return {
      isChosen: selection.has(id),
      isCurrent: this.current === id,
      isLinked: this.linked.has(id),
      isDragged: dragging !== null && (dragging.what === 'cards' || dragging.what === 'feeling') &&
        dragging.ids.includes(id),
      mark: this.editor.services.marks.marks.get(id) ?? null,
      holder: this.holders.get(id) ?? null,
    }
  }

  private readHolders(): void {
    const { document, services } = this.editor
    const held = document.people.filter((person) =>
      person.client !== services.client && person.map === document.map && person.object?.kind === 'card'
    )
    this.holders = new Map(
      held.flatMap((person) => person.object === undefined ? [] : [[person.object.id, person]]),
    )
    this.refresh()
  }

  private relink(): void {
    const source = this.linkSource
    this.linked = new Set(source === null ? [] : this.linksOf(source))
    this.refresh()
  }

  private refresh(): void {
    const { cursor } = this.editor.view.state
    const current = cursor?.at === 'cell' ? cursor.card : null
    if (current !== this.current) {
      this.current = current
      this.relink()
      return
    }
    for (const [id, listeners] of this.listeners) {
      const before = this.known.get(id)
      const now = this.read(id)
      if (before !== undefined && sameState(before, now)) continue
      this.known.set(id, now)
      for (const listener of [...listeners]) listener()
    }
  }
}

const sameState = (a: CardState, b: CardState): boolean =>
  a.isChosen === b.isChosen && a.isCurrent === b.isCurrent && a.isDragged === b.isDragged &&
  a.isLinked === b.isLinked &&
  a.mark === b.mark && a.holder === b.holder
