import type { CardBox } from './cardBox'
import type { Layout } from './layout'
import { sizes } from './sizes'

export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
export interface Point {
  readonly x: number
  readonly y: number
}
/** First and one past the last. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** The place of the last edge at or before a coordinate, by halving; −1 before the first. */
export function indexAt(edges: readonly number[], at: number): number {
  let low = 0
  let high = edges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((edges[middle] ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** What lies in a stretch, with some spare on both sides; `count` is the number of things between the edges. */
export function rangeIn(edges: readonly number[], from: number, to: number, spare: number): Range {
  const count = edges.length - 1
  const first = Math.max(0, indexAt(edges, from) - spare)
  return { from: Math.min(first, count), to: Math.max(0, Math.min(count, indexAt(edges, to) + 1 + spare)) }
}

/** Where the rows begin on the sheet. */
export const rowsTop = (layout: Layout): number => layout.flowsHeight + layout.headHeight + layout.aboutHeight

/** A card's place on the sheet. */
export function rectOfBox(layout: Layout, row: number, column: number, box: CardBox): Rect {
  return {
    x: (layout.columnX[column] ?? 0) + sizes.cellPadding,
    y: rowsTop(layout) + (layout.rowY[row] ?? 0) + box.y,
    width: box.width,
    height: box.height,
  }
}

/** A cell's place on the sheet. */
export function rectOfCell(layout: Layout, row: number, column: number): Rect {
  const x = layout.columnX[column] ?? 0
  const y = layout.rowY[row] ?? 0
  return {
    x,
    y: rowsTop(layout) + y,
    width: (layout.columnX[column + 1] ?? x) - x,
    height: (layout.rowY[row + 1] ?? y) - y,
  }
}

/** The row and column under a point of the sheet; null beside the cells. */
export function cellAt(
  layout: Layout,
  point: Point,
): { readonly row: number; readonly column: number } | null {
  const row = indexAt(layout.rowY, point.y - rowsTop(layout))
  const column = indexAt(layout.columnX, point.x)
  const isInside = row >= 0 && row < layout.rows.length && column >= 0 && column < layout.columnX.length - 1
  return isInside ? { row, column } : null
}

export const overlaps = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** The rectangle between two corners. */
export function rectBetween(a: Point, b: Point): Rect {
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  }
}

/** The cards that a rectangle touches. */
export function cardsIn(layout: Layout, rect: Rect): readonly string[] {
  const found: string[] = []
  const top = rowsTop(layout)
  const rows = rangeIn(layout.rowY, rect.y - top, rect.y + rect.height - top, 0)
  for (let row = rows.from; row < rows.to; row += 1) {
    layout.rows[row]?.cells.forEach((cell, column) => {
      for (const box of cell.boxes) {
        if (overlaps(rectOfBox(layout, row, column, box), rect)) found.push(box.card.id)
      }
    })
  }
  return found
}

/** How far to scroll one way so that a stretch is in sight, between two edges that cover the view. */
export function scrollInto(
  start: number,
  length: number,
  scroll: number,
  view: number,
  before: number,
): number {
  const visible = view - before
  if (start < scroll + before) return Math.max(0, start - before - 12)
  if (start + length > scroll + view) return start + Math.min(length, visible) - view + 12
  return scroll
}
