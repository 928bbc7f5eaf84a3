import type { MapDocument, Values } from '../../core/types'
import type { EditorView } from '../view/editorView'
import type { Place } from '../view/place'
import { contentOf } from './cardBox'
import { routeFlows, tracksOf } from './flows'
import type { FlowRoute } from './flows'
import { buildGrid, cardPlaces, cellCards, changesStructure, findCard, withCards } from './grid'
import type { CardPlace, Grid, LaneChoice } from './grid'
import { aboutRoom, goalSign, layoutGrid, relayoutRows } from './layout'
import type { Draft, Layout, Surroundings } from './layout'
import { readLibrary } from './library'
import type { Library } from './library'
import { textOf } from './objects'
import type { Card } from './objects'
import type { LaneRole } from './roles'
import { fonts, sizes } from './sizes'
import type { TextRuler } from './wrapping'

/** A map laid out for the screen, kept in step with the document: only what changed is measured anew. */
export class Scene {
  grid: Grid
  layout: Layout
  library: Library
  routes: readonly FlowRoute[] = []
  /** Counts every change of grid or layout. */
  version = 0
  private places: Map<string, CardPlace>
  private draft: Draft | null = null
  private laneHead: number = sizes.laneHead
  private lanesShown = ''
  private readonly listeners = new Set<() => void>()
  private readonly release: readonly (() => void)[]

  constructor(readonly document: MapDocument, readonly view: EditorView, private readonly ruler: TextRuler) {
    this.library = readLibrary(document)
    this.grid = buildGrid(document, this.choice)
    this.places = cardPlaces(this.grid)
    this.routes = this.route()
    this.layout = layoutGrid(this.grid, this.around, null)
    this.lanesShown = this.lanesKey
    this.release = [
      document.subscribe((changed) => {
        if (changed.size > 0) this.take(changed)
      }),
      view.subscribe(() => {
        if (this.lanesKey !== this.lanesShown) this.rebuild()
      }),
    ]
  }

  subscribe = (listener: () => void): () => void => {
    this.listeners.add(listener)
    return () => {
      this.listeners.delete(listener)
    }
  }

  close(): void {
    for (const release of this.release) release()
  }

  /** Makes room for a text that is being typed. */
  setDraft(draft: Draft | null): void {
    const before = this.draft
    if (before === draft) return
    if (before !== null && draft !== null && sameDraft(before, draft)) return
    this.draft = draft
    const lanes = new Set([before?.lane, draft?.lane].filter((lane): lane is string => lane !== undefined))
    this.layout = relayoutRows(this.grid, this.layout, lanes, this.around)
    this.changed()
  }

  /** The width of the column with the lanes' names. */
  setLaneHead(width: number): void {
    if (width === this.laneHead) return
    this.laneHead = width
    this.layout = layoutGrid(this.grid, this.around, this.layout)
    this.changed()
  }

  /** Fonts have arrived: everything is measured again. */
  remeasure(ruler: TextRuler): void {
    Object.assign(this, { ruler })
    this.layout = layoutGrid(this.grid, this.around, null)
    this.changed()
  }

  card(id: string): Card | undefined {
    return findCard(this.grid, this.places, id)
  }
  placeOf(id: string): CardPlace | undefined {
    return this.places.get(id)
  }

  /** The place of a card on the map; null when it is not shown. */
  cellOf(id: string): Extract<Place, { at: 'cell' }> | null {
    const place = this.places.get(id)
    const column = place === undefined ? undefined : this.grid.columns[place.column]
    return place === undefined || column === undefined
      ? null
      : { at: 'cell', lane: place.lane, step: column.step, card: id }
  }

  /** The order keys of all flows. */
  get flowOrders(): readonly { readonly order: string }[] {
    return this.document.list('flow').map((item) => ({ order: textOf(item.values['order']) }))
  }

  /** The lines in which a text will be shown. */
  lines(text: string, font: string, room: number): readonly string[] {
    return this.ruler.wrap(text, font, room)
  }

  /** The lines of a stage's mindset or goal. */
  aboutLines(text: string, font: 'quote' | 'small', width: number): readonly string[] {
    return this.ruler.wrap(text, fonts[font], aboutRoom(width) - (font === 'small' ? goalSign : 0))
  }

  /** What a person types to get this card: the feeling's name in a lane of feelings, its words elsewhere. */
  typedTextOf(card: Card): string {
    const role = this.grid.lanes[this.grid.laneAt.get(card.lane) ?? -1]?.role
    if (role === 'emotion' && card.emotion !== null && card.emotion.name !== '') return card.emotion.name
    return contentOf(card, this.library).text
  }

  firstCardIn(lane: string, step: string): string | null {
    return cellCards(this.grid, lane, step)[0]?.id ?? null
  }

  /** A text that names a touchpoint of the library means that touchpoint. */
  touchpointNamed(role: LaneRole, text: string): Values {
    if (role !== 'touchpoint') return {}
    const wanted = text.trim().toLocaleLowerCase()
    for (const [id, look] of this.library.touchpoints) {
      if (look.name.toLocaleLowerCase() === wanted) return { touchpoint: id }
    }
    return {}
  }

  /** The chosen cards in reading order: by lane, column, order. */
  get chosen(): readonly Card[] {
    const { selection } = this.view.state
    if (selection.size === 0) return []
    const cards = [...selection].flatMap((id) => this.card(id) ?? [])
    const rank = (card: Card): readonly [number, number] => {
      const place = this.places.get(card.id)
      return [this.grid.laneAt.get(card.lane) ?? 0, place?.column ?? 0]
    }
    return cards.sort((a, b) => {
      const [laneA, columnA] = rank(a)
      const [laneB, columnB] = rank(b)
      return laneA - laneB || columnA - columnB ||
        (a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : 1)
    })
  }

  private get choice(): LaneChoice {
    const { laneFilter, showsHiddenLanes, personas } = this.view.state
    const primary = this.library.personas[0]?.id
    return {
      filter: laneFilter,
      showsHidden: showsHiddenLanes,
      personas: new Set(primary === undefined ? personas : [primary, ...personas]),
    }
  }

  private get lanesKey(): string {
    const { filter, showsHidden, personas } = this.choice
    return `${showsHidden} ${filter === null ? '*' : [...filter].join(' ')} ${[...personas].join(' ')}`
  }

  private get around(): Surroundings {
    return {
      library: this.library,
      ruler: this.ruler,
      draft: this.draft,
      flowTracks: tracksOf(this.routes),
      laneHead: this.laneHead,
    }
  }

  private route(): readonly FlowRoute[] {
    return routeFlows(this.grid.flows, new Map(this.grid.stages.map((stage, index) => [stage.id, index])))
  }

  private take(changed: ReadonlySet<string>): void {
    if (changesStructure(changed)) {
      this.rebuild()
      return
    }
    const { grid, lanes } = withCards(this.grid, this.document, changed, this.places, this.choice)
    this.grid = grid
    this.layout = relayoutRows(grid, this.layout, lanes, this.around)
    this.repair()
    this.changed()
  }

  private rebuild(): void {
    this.library = readLibrary(this.document)
    this.lanesShown = this.lanesKey
    this.grid = buildGrid(this.document, this.choice)
    this.places = cardPlaces(this.grid)
    this.routes = this.route()
    this.layout = layoutGrid(this.grid, this.around, this.layout)
    this.repair()
    this.changed()
  }

  /** Lets the cursor and the selection go of what is no longer there. */
  private repair(): void {
    const { cursor, selection } = this.view.state
    const kept = [...selection].filter((id) => this.places.has(id))
    if (kept.length !== selection.size) this.view.select(kept)
    if (cursor === null) return
    const next = this.stillThere(cursor)
    if (next !== cursor) this.view.update({ cursor: next })
  }

  private stillThere(place: Place): Place | null {
    switch (place.at) {
      case 'cell': {
        if (place.card !== null) {
          const now = this.cellOf(place.card)
          if (now !== null) return now.lane === place.lane && now.step === place.step ? place : now
        }
        if (!this.grid.laneAt.has(place.lane) || !this.grid.columnOf.has(place.step)) return null
        if (place.card === null) return place
        return { ...place, card: cellCards(this.grid, place.lane, place.step)[0]?.id ?? null }
      }
      case 'stage':
        return this.grid.stages.some((stage) => stage.id === place.stage) ? place : null
      case 'step':
        return this.grid.columnOf.has(place.step) ? place : null
      case 'lane':
        return this.grid.laneAt.has(place.lane) ? place : null
      case 'flow':
        return this.routes.some((route) => route.flow.id === place.flow) ? place : null
    }
  }

  private changed(): void {
    this.version += 1
    for (const listener of [...this.listeners]) listener()
  }
}

const sameDraft = (a: Draft, b: Draft): boolean =>
  a.lane === b.lane && a.column === b.column && a.height === b.height && a.replaces === b.replaces &&
  a.after === b.after
