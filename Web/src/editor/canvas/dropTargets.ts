import type { Spot } from '../commands/cardEdits'
import { indexAt, rectOfBox, rectOfCell, rowsTop } from './geometry'
import type { Point, Rect } from './geometry'
import type { Grid } from './grid'
import type { Layout } from './layout'
import { sizes } from './sizes'

/** Where a dragged thing would land, and the line that shows it. */
export type Drop =
  | { readonly what: 'cards'; readonly spot: Spot; readonly line: Rect; readonly cell: Rect }
  | { readonly what: 'lane'; readonly position: number; readonly line: Rect }
  | { readonly what: 'stage'; readonly position: number; readonly line: Rect }
  | { readonly what: 'step'; readonly stage: string; readonly position: number; readonly line: Rect }
  | { readonly what: 'flow'; readonly stage: string; readonly line: Rect }

const clamp = (value: number, last: number): number => Math.max(0, Math.min(value, last))

/** The place among the cards of the nearest cell: before the first card whose middle lies below the point. */
export function cardDrop(
  grid: Grid,
  layout: Layout,
  point: Point,
  leaving: ReadonlySet<string>,
): Drop | null {
  const rows = layout.rows.length
  const columns = layout.columnX.length - 1
  if (rows === 0 || columns === 0) return null
  const row = clamp(indexAt(layout.rowY, point.y - rowsTop(layout)), rows - 1)
  const column = clamp(indexAt(layout.columnX, point.x), columns - 1)
  const lane = grid.lanes[row]
  const step = grid.columns[column]
  const boxes = (layout.rows[row]?.cells[column]?.boxes ?? []).filter((box) => !leaving.has(box.card.id))
  if (lane === undefined || step === undefined) return null
  const cell = rectOfCell(layout, row, column)
  const below = boxes.find((box) => {
    const rect = rectOfBox(layout, row, column, box)
    return point.y < rect.y + rect.height / 2
  })
  const last = boxes[boxes.length - 1]
  const rowStart = rowsTop(layout) + (layout.rowY[row] ?? 0)
  const isEmotion = layout.rows[row]?.plotTop != null
  const start = sizes.cellPadding + (layout.rows[row]?.lineAbove == null ? 0 : sizes.blueprintLine) +
    (isEmotion ? sizes.emotionPlot : 0)
  const y = below !== undefined
    ? rowStart + below.y - sizes.cardGap / 2
    : last !== undefined
    ? rowStart + last.y + last.height + sizes.cardGap / 2
    : rowStart + start
  return {
    what: 'cards',
    spot: { lane: lane.id, step: step.step, before: below?.card.id ?? null },
    cell,
    line: { x: cell.x + sizes.cellPadding, y: y - 1, width: cell.width - 2 * sizes.cellPadding, height: 2 },
  }
}

/** The gap between lanes nearest to a point. */
export function laneDrop(layout: Layout, point: Point): Drop | null {
  if (layout.rows.length === 0) return null
  const y = point.y - rowsTop(layout)
  const position = nearestEdge(layout.rowY, y)
  const edge = rowsTop(layout) + (layout.rowY[position] ?? 0)
  return {
    what: 'lane',
    position,
    line: { x: 0, y: edge - 1, width: layout.columnX[layout.columnX.length - 1] ?? 0, height: 2 },
  }
}

/** The gap between stages nearest to a point. */
export function stageDrop(grid: Grid, layout: Layout, point: Point): Drop | null {
  if (grid.stages.length === 0) return null
  const edges = [
    ...grid.stages.map((stage) => layout.columnX[stage.firstColumn] ?? 0),
    layout.columnX[layout.columnX.length - 1] ?? 0,
  ]
  const position = nearestEdge(edges, point.x)
  return { what: 'stage', position, line: verticalLine(layout, edges[position] ?? 0, layout.flowsHeight) }
}

/** The gap between steps nearest to a point, in the stage under the point. */
export function stepDrop(grid: Grid, layout: Layout, point: Point): Drop | null {
  const column = clamp(indexAt(layout.columnX, point.x), grid.columns.length - 1)
  const stage = grid.stages[grid.columns[column]?.stage ?? -1]
  if (stage === undefined) return null
  const edges = layout.columnX.slice(stage.firstColumn, stage.firstColumn + stage.columns + 1)
  const isUndivided = grid.columns[stage.firstColumn]?.isStage === true
  const position = isUndivided ? 1 : nearestEdge(edges, point.x)
  return {
    what: 'step',
    stage: stage.id,
    position,
    line: verticalLine(layout, edges[position] ?? 0, layout.flowsHeight + sizes.stageHead),
  }
}

/** The stage that a flow's end would go to. */
export function flowDrop(grid: Grid, layout: Layout, point: Point): Drop | null {
  const column = clamp(indexAt(layout.columnX, point.x), grid.columns.length - 1)
  const stage = grid.stages[grid.columns[column]?.stage ?? -1]
  if (stage === undefined) return null
  const x = layout.columnX[stage.firstColumn] ?? 0
  const width = (layout.columnX[stage.firstColumn + stage.columns] ?? x) - x
  return {
    what: 'flow',
    stage: stage.id,
    line: { x: x + 3, y: layout.flowsHeight, width: width - 6, height: sizes.stageHead },
  }
}

function verticalLine(layout: Layout, x: number, y: number): Rect {
  return { x: x - 1, y, width: 2, height: layout.height - sizes.footer - y }
}

function nearestEdge(edges: readonly number[], at: number): number {
  let best = 0
  edges.forEach((edge, index) => {
    if (Math.abs(edge - at) < Math.abs((edges[best] ?? 0) - at)) best = index
  })
  return best
}
