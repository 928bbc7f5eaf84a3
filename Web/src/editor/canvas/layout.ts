import { blueprintLines } from './blueprint'
import type { BlueprintLineKind } from './blueprint'
import { isPoint, measureCard } from './cardBox'
import type { CardBox } from './cardBox'
import type { Grid } from './grid'
import type { Library } from './library'
import type { Card, Lane } from './objects'
import { fonts, sizes } from './sizes'
import type { TextRuler } from './wrapping'

/** The cards of one cell with their places; the same object as long as nothing in it moves. */
export interface CellLayout {
  readonly boxes: readonly CardBox[]
  /** Where the last card that covers the cell ends. */
  readonly bottom: number
  /** Where the text that is being typed stands. */
  readonly draftY: number | null
}

export interface RowLayout {
  readonly lane: Lane
  readonly index: number
  readonly height: number
  /** The line of the blueprint that lies right above the lane. */
  readonly lineAbove: BlueprintLineKind | null
  readonly cells: readonly CellLayout[]
  /** Where the plot of feelings begins, in a lane of feelings. */
  readonly plotTop: number | null
}

/**
 * Sizes and places of everything, at zoom 1; x from the sheet's left edge, y of rows from the first row's
 * top.
 */
export interface Layout {
  /** Where each column begins; one more for the end of the last. */
  readonly columnX: readonly number[]
  readonly rows: readonly RowLayout[]
  /** Where each row begins; one more for the end of the last. */
  readonly rowY: readonly number[]
  /** Room for arrows above the stages. */
  readonly flowsHeight: number
  /** The heads that stay in sight: stages and steps. */
  readonly headHeight: number
  /** The row with mindset and goal. */
  readonly aboutHeight: number
  readonly width: number
  readonly height: number
}

/** A text being typed, which may need more room than the cell has. */
export interface Draft {
  readonly lane: string
  readonly column: number
  readonly height: number
  /** The card whose text it is; null for a new one. */
  readonly replaces: string | null
  /** The card it comes behind; null: it is the first. */
  readonly after: string | null
}

export interface Surroundings {
  readonly library: Library
  readonly ruler: TextRuler
  readonly draft: Draft | null
  /** Tracks used by the arrows above the stages. */
  readonly flowTracks: number
  readonly laneHead: number
}

const emptyCell: CellLayout = { boxes: [], bottom: sizes.cellPadding, draftY: null }

export function layoutGrid(grid: Grid, around: Surroundings, previous: Layout | null): Layout {
  const columnX = placeColumns(grid, around.laneHead)
  const lines = new Map(
    blueprintLines(grid.lanes.map((lane) => lane.role)).map((line) => [line.position, line.kind]),
  )
  const known = new Map(previous?.rows.map((row) => [row.lane.id, row]))
  const rows = grid.lanes.map((lane, index) =>
    layoutRow(grid, lane, index, lines.get(index) ?? null, columnX, around, known.get(lane.id))
  )
  return assemble(grid, columnX, rows, around)
}

/** The layout after cards changed in some lanes only. */
export function relayoutRows(
  grid: Grid,
  layout: Layout,
  lanes: ReadonlySet<string>,
  around: Surroundings,
): Layout {
  const rows = layout.rows.map((row, index) =>
    lanes.has(row.lane.id)
      ? layoutRow(grid, row.lane, index, row.lineAbove, layout.columnX, around, row)
      : row
  )
  return assemble(grid, layout.columnX, rows, around)
}

function assemble(
  grid: Grid,
  columnX: readonly number[],
  rows: readonly RowLayout[],
  around: Surroundings,
): Layout {
  const rowY = [0]
  for (const row of rows) rowY.push((rowY[rowY.length - 1] ?? 0) + row.height)
  const flowsHeight = around.flowTracks === 0 ? 0 : around.flowTracks * sizes.flowTrack + 8
  const headHeight = sizes.stageHead + (grid.hasSteps ? sizes.stepHead : 0)
  const aboutHeight = aboutRowHeight(grid, columnX, around.ruler)
  return {
    columnX,
    rows,
    rowY,
    flowsHeight,
    headHeight,
    aboutHeight,
    width: (columnX[columnX.length - 1] ?? around.laneHead) + sizes.tail,
    height: flowsHeight + headHeight + aboutHeight + (rowY[rowY.length - 1] ?? 0) + sizes.footer,
  }
}

function placeColumns(grid: Grid, laneHead: number): readonly number[] {
  const columnX = [laneHead]
  for (const column of grid.columns) {
    const width = (grid.stages[column.stage]?.columns ?? 1) === 1 ? sizes.loneColumn : sizes.column
    columnX.push((columnX[columnX.length - 1] ?? 0) + width)
  }
  return columnX
}

/** What the sign before a goal takes of its lines. */
export const goalSign = 20

export const aboutRoom = (width: number): number => width - 2 * sizes.cellPadding - 24

function aboutRowHeight(grid: Grid, columnX: readonly number[], ruler: TextRuler): number {
  let most = 0
  for (const stage of grid.stages) {
    const width = (columnX[stage.firstColumn + stage.columns] ?? 0) - (columnX[stage.firstColumn] ?? 0)
    const lines = (text: string, font: string, room: number): number =>
      text === '' ? 0 : ruler.wrap(text, font, room).length
    const mindset = stage.mindset === '' ? '' : `“${stage.mindset}”`
    const count = lines(mindset, fonts.quote, aboutRoom(width)) +
      lines(stage.goal, fonts.small, aboutRoom(width) - goalSign)
    most = Math.max(most, count)
  }
  return most === 0 ? 0 : most * sizes.smallLineHeight + 2 * sizes.cellPadding + 6
}

function layoutRow(
  grid: Grid,
  lane: Lane,
  index: number,
  lineAbove: BlueprintLineKind | null,
  columnX: readonly number[],
  around: Surroundings,
  previous: RowLayout | undefined,
): RowLayout {
  const cells = grid.cells.get(lane.id) ?? []
  const lineRoom = lineAbove === null ? 0 : sizes.blueprintLine
  const isEmotion = lane.role === 'emotion'
  const plotTop = isEmotion ? lineRoom : null
  const start = lineRoom + sizes.cellPadding + (isEmotion ? sizes.emotionPlot : 0)
  const bottoms = new Array<number>(columnX.length).fill(start)
  const { draft } = around
  let most = isEmotion ? start : 0
  const laidOut = cells.map((cards, column): CellLayout => {
    const boxes: CardBox[] = []
    const typed = draft !== null && draft.lane === lane.id && draft.column === column ? draft : null
    let draftY: number | null = null
    const placeDraft = (height: number): void => {
      draftY = bottoms[column] ?? start
      bottoms[column] = draftY + height + sizes.cardGap
    }
    const replacesPoint = typed !== null &&
      cards.some((card) => card.id === typed.replaces && isPoint(lane.role, card))
    if (typed !== null && (replacesPoint || (typed.replaces === null && typed.after === null))) {
      placeDraft(typed.height)
    }
    for (const card of cards) {
      if (typed !== null && typed.replaces === card.id && !replacesPoint) placeDraft(typed.height)
      else if (!isPoint(lane.role, card)) boxes.push(placeCard(card, column, columnX, bottoms, around))
      if (typed !== null && typed.replaces === null && typed.after === card.id) placeDraft(typed.height)
    }
    const bottom = bottoms[column] ?? start
    if (bottom > start) most = Math.max(most, bottom)
    if (boxes.length === 0 && draftY === null && bottom === emptyCell.bottom) return emptyCell
    const before = previous?.cells[column]
    const isSame = before !== undefined && before.bottom === bottom && before.draftY === draftY &&
      sameBoxes(before.boxes, boxes)
    return isSame ? before : { boxes, bottom, draftY }
  })
  const least = isEmotion ? sizes.emotionPlot + lineRoom + sizes.cellPadding : sizes.emptyRow + lineRoom
  return {
    lane,
    index,
    lineAbove,
    cells: laidOut,
    plotTop,
    height: Math.max(least, most === 0 ? 0 : most - sizes.cardGap + sizes.cellPadding + sizes.addRoom),
  }
}

function placeCard(
  card: Card,
  column: number,
  columnX: readonly number[],
  bottoms: number[],
  around: Surroundings,
): CardBox {
  const span = Math.max(1, Math.min(card.span, columnX.length - 1 - column))
  const width = (columnX[column + span] ?? 0) - (columnX[column] ?? 0) - 2 * sizes.cellPadding
  let y = 0
  for (let covered = column; covered < column + span; covered += 1) y = Math.max(y, bottoms[covered] ?? 0)
  const { lines, height, content } = measureCard(card, width, around.library, around.ruler)
  for (let covered = column; covered < column + span; covered += 1) {
    bottoms[covered] = y + height + sizes.cardGap
  }
  return { card, span, y, width, height, lines, content }
}

function sameBoxes(a: readonly CardBox[], b: readonly CardBox[]): boolean {
  return a.length === b.length && a.every((box, index) => {
    const other = b[index]
    return other !== undefined && other.card === box.card && other.y === box.y &&
      other.height === box.height &&
      other.width === box.width && other.content === box.content
  })
}
