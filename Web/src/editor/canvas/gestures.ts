import { words } from '../../words/words'
import { moveCards, roundScore, setFeeling } from '../commands/cardEdits'
import { moveLane, moveStage, moveStep, retargetFlow } from '../commands/structureEdits'
import type { Dragging } from '../view/editorView'
import type { Editor } from '../view/services'
import { cardDrop, flowDrop, laneDrop, stageDrop, stepDrop } from './dropTargets'
import type { Drop } from './dropTargets'
import { scoreOfY } from './emotionCurve'
import { cardsIn, cellAt, rectBetween, rowsTop } from './geometry'
import type { Point, Rect } from './geometry'
import { orderedLanes } from './lanes'
import type { Scene } from './scene'
import { sizes } from './sizes'
import type { Viewport } from './viewport'

/** What the pointer has taken hold of. */
export type Grip =
  | { readonly what: 'cards'; readonly card: string }
  | { readonly what: 'feeling'; readonly card: string }
  | { readonly what: 'lane' | 'stage' | 'step'; readonly id: string }
  | { readonly what: 'flow'; readonly id: string; readonly end: 'from' | 'to' }
  | { readonly what: 'marquee' }
  | { readonly what: 'pan' }

/** What is shown while something is dragged. */
export interface DragPicture {
  readonly what: Grip['what']
  /** The pointer, in the window. */
  readonly client: Point
  readonly drop: Drop | null
  readonly marquee: Rect | null
  readonly score: { readonly card: string; readonly value: number } | null
}

interface Held {
  readonly grip: Grip
  readonly pointer: number
  readonly start: Point
  readonly sheetStart: Point
  isActive: boolean
  hold: ReturnType<typeof setTimeout> | null
}

const slack = { mouse: 4, touch: 10 }
const longPress = 380
/**
 * How near an edge the pointer must be for the map to scroll, and how fast it scrolls there, in pixels a
 * frame.
 */
const edge = { reach: 56, speed: 18 }

/**
 * Dragging with mouse, pen and touch: cards, lanes, stages, steps, ends of flows, feelings; choosing with a
 * frame.
 */
export class Gestures {
  picture: DragPicture | null = null
  private held: Held | null = null
  private client: Point = { x: 0, y: 0 }
  private frame = 0
  private readonly listeners = new Set<() => void>()

  constructor(
    private readonly editor: Editor,
    private readonly scene: Scene,
    private readonly viewport: Viewport,
  ) {}

  subscribe = (listener: () => void): () => void => {
    this.listeners.add(listener)
    return () => {
      this.listeners.delete(listener)
    }
  }

  get isDragging(): boolean {
    return this.held?.isActive === true
  }

  press(event: PointerEvent, grip: Grip): void {
    this.cancel()
    const start = { x: event.clientX, y: event.clientY }
    const held: Held = {
      grip,
      pointer: event.pointerId,
      start,
      sheetStart: this.viewport.toSheet(start),
      isActive: false,
      hold: null,
    }
    this.held = held
    this.client = start
    if (event.pointerType === 'touch') {
      held.hold = setTimeout(() => {
        if (grip.what === 'marquee' || grip.what === 'pan') return
        navigator.vibrate?.(12)
        this.begin(held)
      }, longPress)
    }
    window.addEventListener('pointermove', this.move)
    window.addEventListener('pointerup', this.release)
    window.addEventListener('pointercancel', this.cancel)
    window.addEventListener('keydown', this.key, true)
  }

  /** Ends whatever is going on and changes nothing. */
  cancel = (): void => {
    this.end()
    this.show(null)
  }

  private move = (event: PointerEvent): void => {
    const { held } = this
    if (held === null || event.pointerId !== held.pointer) return
    const before = this.client
    this.client = { x: event.clientX, y: event.clientY }
    const far = Math.hypot(event.clientX - held.start.x, event.clientY - held.start.y)
    if (!held.isActive) {
      const isTouch = event.pointerType === 'touch'
      if (far < (isTouch ? slack.touch : slack.mouse)) return
      if (isTouch) {
        this.cancel()
        return
      }
      this.begin(held)
    }
    if (held.grip.what === 'pan') {
      this.viewport.scrollBy(before.x - this.client.x, before.y - this.client.y)
      return
    }
    this.follow()
  }

  private begin(held: Held): void {
    held.isActive = true
    const { view } = this.editor
    const { grip } = held
    if (grip.what === 'cards' || grip.what === 'feeling') {
      if (!view.state.selection.has(grip.card)) view.go(this.scene.cellOf(grip.card))
      const ids = grip.what === 'cards' ? this.scene.chosen.map((card) => card.id) : [grip.card]
      view.update({ dragging: { what: grip.what, ids } })
    } else if (grip.what !== 'pan') {
      const dragging: Dragging = { what: grip.what, ids: grip.what === 'marquee' ? [] : [grip.id] }
      view.update({ dragging })
    }
    document.documentElement.classList.add('is-dragging')
    this.frame = requestAnimationFrame(this.scroll)
    this.follow()
  }

  /** Shows where things would land now. */
  private follow(): void {
    const { held } = this
    if (held === null || !held.isActive) return
    const point = this.viewport.toSheet(this.client)
    const { grip } = held
    const marquee = grip.what === 'marquee' ? rectBetween(held.sheetStart, point) : null
    if (marquee !== null) this.editor.view.select(cardsIn(this.scene.layout, marquee))
    this.show({
      what: grip.what,
      client: this.client,
      marquee,
      drop: this.dropAt(grip, point),
      score: this.scoreAt(grip, point),
    })
  }

  private dropAt(grip: Grip, point: Point): Drop | null {
    const { grid, layout } = this.scene
    switch (grip.what) {
      case 'cards':
        return cardDrop(grid, layout, point, new Set(this.editor.view.state.dragging?.ids))
      case 'lane':
        return laneDrop(layout, point)
      case 'stage':
        return stageDrop(grid, layout, point)
      case 'step':
        return stepDrop(grid, layout, point)
      case 'flow':
        return flowDrop(grid, layout, point)
      default:
        return null
    }
  }

  private scoreAt(grip: Grip, point: Point): { card: string; value: number } | null {
    if (grip.what !== 'feeling') return null
    const place = this.scene.placeOf(grip.card)
    const row = place === undefined ? undefined : this.scene.grid.laneAt.get(place.lane)
    if (row === undefined) return null
    const { layout } = this.scene
    const top = rowsTop(layout) + (layout.rowY[row] ?? 0) + (layout.rows[row]?.plotTop ?? 0)
    return { card: grip.card, value: roundScore(scoreOfY(point.y - top, sizes.emotionPlot)) }
  }

  private release = (event: PointerEvent): void => {
    const { held, picture } = this
    if (held === null || event.pointerId !== held.pointer) return
    const wasActive = held.isActive
    this.end()
    if (wasActive && picture !== null) {
      this.drop(held.grip, picture)
      // The press that ends a drag is no click.
      const swallow = (click: Event): void => {
        click.stopPropagation()
        click.preventDefault()
      }
      window.addEventListener('click', swallow, { capture: true, once: true })
      setTimeout(() => window.removeEventListener('click', swallow, true), 0)
    }
    this.show(null)
  }

  private drop(grip: Grip, { drop, score }: DragPicture): void {
    const { document, view } = this.editor
    const { grid } = this.scene
    if (grip.what === 'feeling' && score !== null) {
      const card = this.scene.card(grip.card)
      const edits = card === undefined ? [] : setFeeling(grid, card, score.value)
      if (edits.length > 0) document.commit(words('intention.setFeeling'), edits)
      return
    }
    if (drop === null) return
    switch (drop.what) {
      case 'cards': {
        const cards = this.scene.chosen
        const edits = moveCards(grid, cards, drop.spot)
        if (edits.length === 0) return
        document.commit(words('intention.moveCards', { count: cards.length }), edits)
        view.update({ cursor: this.scene.cellOf(cards[0]?.id ?? '') ?? view.state.cursor })
        view.announce(words('canvas.moved', { count: cards.length }))
        return
      }
      case 'lane': {
        if (grip.what !== 'lane') return
        const edits = moveLane(grid, orderedLanes(document), grip.id, drop.position)
        if (edits.length > 0) document.commit(words('intention.moveLane'), edits)
        return
      }
      case 'stage': {
        if (grip.what !== 'stage') return
        const edits = moveStage(grid, grip.id, drop.position)
        if (edits.length > 0) document.commit(words('intention.moveStage'), edits)
        return
      }
      case 'step': {
        if (grip.what !== 'step') return
        const edits = moveStep(document, grid, grip.id, drop.stage, drop.position)
        if (edits.length > 0) document.commit(words('intention.moveStep'), edits)
        return
      }
      case 'flow': {
        if (grip.what !== 'flow') return
        const edits = retargetFlow(grid, grip.id, grip.end, drop.stage)
        if (edits.length > 0) document.commit(words('intention.moveFlow'), edits)
      }
    }
  }

  private key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || this.held?.isActive !== true) return
    event.preventDefault()
    event.stopPropagation()
    this.cancel()
  }

  /** Scrolls while the pointer is held near an edge. */
  private scroll = (): void => {
    const { held } = this
    const frame = this.viewport.frame
    if (held === null || !held.isActive || frame === null) return
    const speed = (at: number, from: number, to: number): number => {
      if (at < from + edge.reach) return -edge.speed * Math.min(1, (from + edge.reach - at) / edge.reach)
      return at > to - edge.reach ? edge.speed * Math.min(1, (at - to + edge.reach) / edge.reach) : 0
    }
    const x = held.grip.what === 'lane' || held.grip.what === 'feeling'
      ? 0
      : speed(this.client.x, frame.left, frame.right)
    const y = held.grip.what === 'cards' || held.grip.what === 'lane' || held.grip.what === 'marquee'
      ? speed(this.client.y, frame.top, frame.bottom)
      : 0
    if ((x !== 0 || y !== 0) && held.grip.what !== 'pan') {
      this.viewport.scrollBy(x, y)
      this.follow()
    }
    this.frame = requestAnimationFrame(this.scroll)
  }

  private end(): void {
    if (this.held?.hold != null) clearTimeout(this.held.hold)
    if (this.held !== null) {
      window.removeEventListener('pointermove', this.move)
      window.removeEventListener('pointerup', this.release)
      window.removeEventListener('pointercancel', this.cancel)
      window.removeEventListener('keydown', this.key, true)
      cancelAnimationFrame(this.frame)
      document.documentElement.classList.remove('is-dragging')
    }
    this.held = null
    if (this.editor.view.state.dragging !== null) this.editor.view.update({ dragging: null })
  }

  private show(picture: DragPicture | null): void {
    if (this.picture === picture) return
    this.picture = picture
    for (const listener of [...this.listeners]) listener()
  }
}

/** The place on the map under a point of the window. */
export function placeUnder(
  scene: Scene,
  viewport: Viewport,
  client: Point,
): { lane: string; step: string } | null {
  const cell = cellAt(scene.layout, viewport.toSheet(client))
  const lane = cell === null ? undefined : scene.grid.lanes[cell.row]
  const column = cell === null ? undefined : scene.grid.columns[cell.column]
  return lane === undefined || column === undefined ? null : { lane: lane.id, step: column.step }
}

/** The score at a point of the sheet that lies on a plot of feelings; null beside the plots. */
export function scoreUnder({ layout }: Scene, point: Point): number | null {
  const row = cellAt(layout, point)?.row
  const plotTop = row === undefined ? null : layout.rows[row]?.plotTop ?? null
  if (row === undefined || plotTop === null) return null
  const y = point.y - rowsTop(layout) - (layout.rowY[row] ?? 0) - plotTop
  return y < 0 || y > sizes.emotionPlot ? null : roundScore(scoreOfY(y, sizes.emotionPlot))
}
