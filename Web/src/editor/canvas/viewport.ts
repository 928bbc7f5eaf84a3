import type { EditorView } from '../view/editorView'
import type { Place } from '../view/place'
import { rangeIn, rectOfBox, rectOfCell, rowsTop, scrollInto } from './geometry'
import type { Point, Range, Rect } from './geometry'
import type { Scene } from './scene'

/** What part of the map is drawn. */
export interface Window {
  readonly columns: Range
  readonly rows: Range
}

const spareColumns = 1
const spareRows = 1
/** Columns and rows come and go in groups, so that most frames of a scroll change nothing. */
const group = 2

/** The scrolled element and what of the map is in it. */
export class Viewport {
  window: Window = { columns: { from: 0, to: 0 }, rows: { from: 0, to: 0 } }
  private element: HTMLElement | null = null
  private width = 1200
  private height = 800
  private readonly listeners = new Set<() => void>()

  constructor(private readonly scene: Scene, private readonly view: EditorView) {}

  subscribe = (listener: () => void): () => void => {
    this.listeners.add(listener)
    return () => {
      this.listeners.delete(listener)
    }
  }

  /** Watches an element; answers what ends it. */
  attach(element: HTMLElement): () => void {
    this.element = element
    const measure = (): void => {
      this.width = element.clientWidth
      this.height = element.clientHeight
      this.update()
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    const scroll = (): void => this.update()
    element.addEventListener('scroll', scroll, { passive: true })
    let zoom = this.view.state.zoom
    const release = [
      this.scene.subscribe(() => this.update()),
      this.view.subscribe(() => {
        if (this.view.state.zoom === zoom) return
        zoom = this.view.state.zoom
        this.update()
      }),
    ]
    measure()
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', scroll)
      for (const end of release) end()
      this.element = null
    }
  }

  /** Chooses anew what is drawn; tells the listeners only if that differs. */
  update(): void {
    const { layout } = this.scene
    const { x, y, width, height } = this.visible
    const top = rowsTop(layout)
    const columns = grouped(rangeIn(layout.columnX, x, x + width, spareColumns), layout.columnX.length - 1)
    const rows = grouped(rangeIn(layout.rowY, y - top, y - top + height, spareRows), layout.rows.length)
    const before = this.window
    if (same(before.columns, columns) && same(before.rows, rows)) return
    this.window = { columns, rows }
    for (const listener of [...this.listeners]) listener()
  }

  /** The part of the sheet in sight, at zoom 1. */
  get visible(): Rect {
    const { zoom } = this.view.state
    const left = this.element?.scrollLeft ?? 0
    const top = this.element?.scrollTop ?? 0
    return { x: left / zoom, y: top / zoom, width: this.width / zoom, height: this.height / zoom }
  }

  /** The edges of the element on the screen. */
  get frame(): DOMRect | null {
    return this.element?.getBoundingClientRect() ?? null
  }

  /** A point of the window as a point of the sheet, at zoom 1. */
  toSheet(client: Point): Point {
    const frame = this.frame
    const { zoom } = this.view.state
    if (frame === null || this.element === null) return client
    return {
      x: (client.x - frame.left + this.element.scrollLeft) / zoom,
      y: (client.y - frame.top + this.element.scrollTop) / zoom,
    }
  }

  /** A part of the sheet as a part of the window. */
  toScreen(rect: Rect): Rect {
    const frame = this.frame
    const { zoom } = this.view.state
    if (frame === null || this.element === null) return rect
    return {
      x: rect.x * zoom - this.element.scrollLeft + frame.left,
      y: rect.y * zoom - this.element.scrollTop + frame.top,
      width: rect.width * zoom,
      height: rect.height * zoom,
    }
  }

  scrollBy(x: number, y: number): void {
    this.element?.scrollBy(x, y)
  }

  /** Scrolls as little as brings a place into sight. */
  reveal(place: Place): void {
    const rect = this.rectOf(place)
    if (rect === null || this.element === null) return
    const { zoom } = this.view.state
    const { layout } = this.scene
    const { x, y, width, height } = this.visible
    const laneHead = layout.columnX[0] ?? 0
    const left = place.at === 'lane' ? x : scrollInto(rect.x, rect.width, x, width, laneHead)
    const isHead = place.at === 'stage' || place.at === 'step'
    const top = isHead
      ? y
      : place.at === 'flow'
      ? 0
      : scrollInto(rect.y, rect.height, y, height, layout.headHeight)
    if (left !== x || top !== y) this.element.scrollTo(left * zoom, top * zoom)
  }

  /** Where a place is on the sheet. */
  rectOf(place: Place): Rect | null {
    const { grid, layout } = this.scene
    switch (place.at) {
      case 'cell': {
        const row = grid.laneAt.get(place.lane)
        const column = grid.columnOf.get(place.step)
        if (row === undefined || column === undefined) return null
        const box = layout.rows[row]?.cells[column]?.boxes.find((other) => other.card.id === place.card)
        return box === undefined ? rectOfCell(layout, row, column) : rectOfBox(layout, row, column, box)
      }
      case 'lane': {
        const row = grid.laneAt.get(place.lane)
        return row === undefined
          ? null
          : { ...rectOfCell(layout, row, 0), x: 0, width: layout.columnX[0] ?? 0 }
      }
      case 'step': {
        const column = grid.columnOf.get(place.step)
        return column === undefined ? null : this.headRect(column, column + 1)
      }
      case 'stage': {
        const stage = grid.stages.find((other) => other.id === place.stage)
        return stage === undefined
          ? null
          : this.headRect(stage.firstColumn, stage.firstColumn + stage.columns)
      }
      case 'flow': {
        const route = this.scene.routes.find((other) => other.flow.id === place.flow)
        const stage = grid.stages[Math.min(route?.from ?? 0, route?.to ?? 0)]
        return stage === undefined ? null : {
          ...this.headRect(stage.firstColumn, stage.firstColumn + stage.columns),
          y: 0,
          height: layout.flowsHeight,
        }
      }
    }
  }

  private headRect(from: number, to: number): Rect {
    const { columnX, headHeight } = this.scene.layout
    const x = columnX[from] ?? 0
    // The heads stay in sight, whatever the scroll position.
    return {
      x,
      y: Math.max(this.scene.layout.flowsHeight, this.visible.y),
      width: (columnX[to] ?? x) - x,
      height: headHeight,
    }
  }

  /** Changes the zoom and keeps a point of the window where it is. */
  zoomAt(client: Point | null, zoom: number): void {
    const { frame, element } = this
    if (frame === null || element === null) return
    const held = client ?? { x: frame.left + frame.width / 2, y: frame.top + frame.height / 2 }
    const point = this.toSheet(held)
    this.view.setZoom(zoom)
    const now = this.view.state.zoom
    requestAnimationFrame(() =>
      element.scrollTo(point.x * now - (held.x - frame.left), point.y * now - (held.y - frame.top))
    )
  }

  /** The zoom at which the whole map is in sight, at most 1. */
  fit(): void {
    const { layout } = this.scene
    const width = (layout.columnX[layout.columnX.length - 1] ?? layout.width) + 16
    const height = rowsTop(layout) + (layout.rowY[layout.rowY.length - 1] ?? 0) + 16
    this.view.setZoom(Math.min(1, Math.floor(Math.min(this.width / width, this.height / height) * 100) / 100))
    requestAnimationFrame(() => this.element?.scrollTo(0, 0))
  }
}

function grouped(range: Range, count: number): Range {
  return {
    from: Math.floor(range.from / group) * group,
    to: Math.min(count, Math.ceil(range.to / group) * group),
  }
}

const same = (a: Range, b: Range): boolean => a.from === b.from && a.to === b.to
