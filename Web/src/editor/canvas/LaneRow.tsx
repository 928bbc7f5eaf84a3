import { memo } from 'react'
import { Icon } from '../../design/Icon'
import { IconButton } from '../../design/Button'
import { words } from '../../words/words'
import { useView } from '../view/hooks'
import type { Editing, EditorView, ViewState } from '../view/editorView'
import { CardEditor } from './CardEditor'
import { CellView } from './CellView'
import { useCanvas } from './canvasContext'
import { EmotionPlot } from './EmotionPlot'
import type { Column } from './grid'
import type { RowLayout } from './layout'
import { NameEditor } from './NameEditor'
import { hueOfRole, iconOfRole, meaningOfRole, nameOfRole } from './roles'
import { sizes } from './sizes'
import type { Lane } from './objects'

interface LaneRowProps {
  readonly row: RowLayout
  readonly top: number
  readonly from: number
  readonly to: number
  readonly columns: readonly Column[]
  readonly columnX: readonly number[]
  readonly isFar: boolean
  readonly mayEdit: boolean
}

/** What a lane is called. */
export const titleOf = (lane: Lane): string => (lane.name === '' ? words(nameOfRole(lane.role)) : lane.name)

export const cellId = (lane: string, step: string): string => `cell-${lane}--${step}`

/** What of the view concerns a lane: where the cursor is in it, and what is typed in it. */
function stateOf(state: ViewState, lane: string): string {
  const { cursor, editing } = state
  const here = cursor?.at === 'lane' && cursor.lane === lane
    ? 'head'
    : cursor?.at === 'cell' && cursor.lane === lane && cursor.card === null
    ? `cell ${cursor.step}`
    : ''
  return `${here}|${editingKey(editing, lane)}`
}

function editingKey(editing: Editing | null, lane: string): string {
  if (editing === null) return ''
  if (editing.kind === 'new') return editing.lane === lane ? `new ${editing.step} ${editing.after ?? ''}` : ''
  if (editing.kind === 'card') return `card ${editing.card}`
  return editing.object.kind === 'lane' && editing.object.id === lane ? 'name' : ''
}

const useLaneState = (view: EditorView, lane: string): string =>
  useView(view, (state) => stateOf(state, lane))

/** One lane with its name and the cells in sight. */
export const LaneRow = memo(function LaneRow(props: LaneRowProps): JSX.Element {
  const { row, top, from, to, columns, columnX, isFar, mayEdit } = props
  const { editor, scene, menus } = useCanvas()
  const { lane } = row
  const { view } = editor
  const key = useLaneState(view, lane.id)
  const { cursor, editing } = view.state
  const isHead = key.startsWith('head')
  const cursorColumn = cursor?.at === 'cell' && cursor.lane === lane.id
    ? scene.grid.columnOf.get(cursor.step) ?? -1
    : -1
  const title = titleOf(lane)
  const shown: number[] = []
  for (let column = from; column < to; column += 1) {
    const cell = row.cells[column]
    if (cell !== undefined && (cell.boxes.length > 0 || column === cursorColumn)) shown.push(column)
  }
  const isRenaming = editing?.kind === 'name' && editing.object.kind === 'lane' &&
    editing.object.id === lane.id
  return (
    <div
      role="row"
      aria-rowindex={row.index + 3}
      className={`lane hue-${hueOfRole(lane.role)}${lane.isHidden ? ' is-hidden-lane' : ''}`}
      style={{ top, height: row.height, width: columnX[columnX.length - 1] }}
    >
      <div
        role="rowheader"
        aria-colindex={1}
        id={`lane-${lane.id}`}
        data-lane={lane.id}
        className={`lane-head${isHead ? ' is-current' : ''}`}
        style={{ width: columnX[0] }}
        title={words(meaningOfRole(lane.role))}
      >
        <span className="lane-icon">
          <Icon name={iconOfRole(lane.role)} size={16} />
        </span>
        {isRenaming
          ? (
            <NameEditor
              object={editing.object}
              value={lane.name}
              placeholder={words(nameOfRole(lane.role))}
            />
          )
          : <span className="lane-title">{title}</span>}
        {lane.isHidden && <Icon name="eyeOff" size={14} className="lane-hidden" />}
        {mayEdit && !isRenaming && (
          <IconButton
            icon="more"
            size="small"
            tabIndex={-1}
            className="head-menu"
            label={words('canvas.laneMenu', { name: title })}
            onClick={(event) =>
              menus.show({ place: { at: 'lane', lane: lane.id }, anchor: event.currentTarget })}
          />
        )}
      </div>
      {row.lineAbove !== null && (
        <div role="presentation" className={`blueprint-line is-${row.lineAbove}`}>
          <span>{words(`blueprint.${row.lineAbove}`)}</span>
        </div>
      )}
      {row.plotTop !== null && (
        <EmotionPlot row={row} top={row.plotTop} from={from} to={to} columnX={columnX} columns={columns} />
      )}
      {shown.map((column) => {
        const cell = row.cells[column]
        const step = columns[column]
        if (cell === undefined || step === undefined) return null
        const x = columnX[column] ?? 0
        const isEmptyHere = column === cursorColumn && cursor?.at === 'cell' && cursor.card === null
        return [
          <CellView
            key={step.step}
            id={cellId(lane.id, step.step)}
            cell={cell}
            role={lane.role}
            column={column}
            x={x}
            isFar={isFar}
            label={`${title}, ${step.name}`}
          />,
          isEmptyHere && editing === null
            ? (
              <CellCursor
                key="cursor"
                row={row}
                step={step.step}
                x={x}
                width={(columnX[column + 1] ?? x) - x}
                mayEdit={mayEdit}
              />
            )
            : null,
        ]
      })}
      {editing !== null && mayEdit && <EditorInRow row={row} columnX={columnX} editing={editing} />}
    </div>
  )
})

/** The frame of the cell under the cursor: what belongs in it while it is empty, and the way to a new card. */
function CellCursor({ row, step, x, width, mayEdit }: {
  readonly row: RowLayout
  readonly step: string
  readonly x: number
  readonly width: number
  readonly mayEdit: boolean
}): JSX.Element {
  const { editor, scene } = useCanvas()
  const { lane } = row
  const room = row.lineAbove === null ? 0 : sizes.blueprintLine
  const cards = scene.grid.cells.get(lane.id)?.[scene.grid.columnOf.get(step) ?? -1] ?? []
  const after = cards[cards.length - 1]?.id ?? null
  return (
    <div
      role="presentation"
      className="cell-cursor"
      style={{ left: x + 4, top: room + 4, width: width - 8, height: row.height - room - 8 }}
    >
      {mayEdit && cards.length === 0 && row.plotTop === null && <span>{words(meaningOfRole(lane.role))}
      </span>}
      {mayEdit && (
        <button
          type="button"
          tabIndex={-1}
          aria-hidden="true"
          className="cell-add"
          onClick={() => editor.view.update({ editing: { kind: 'new', lane: lane.id, step, after } })}
        >
          <Icon name="add" size={14} />
        </button>
      )}
    </div>
  )
}

/** The text field of the card that is typed in this lane. */
function EditorInRow({ row, columnX, editing }: {
  readonly row: RowLayout
  readonly columnX: readonly number[]
  readonly editing: Editing
}): JSX.Element | null {
  const { scene } = useCanvas()
  if (editing.kind === 'name') return null
  const place = editing.kind === 'new'
    ? { lane: editing.lane, column: scene.grid.columnOf.get(editing.step) ?? -1 }
    : scene.placeOf(editing.card)
  if (place === undefined || place.lane !== row.lane.id || place.column < 0) return null
  const card = editing.kind === 'card' ? scene.card(editing.card) ?? null : null
  const x = columnX[place.column] ?? 0
  const span = card?.span ?? 1
  const width = (columnX[Math.min(place.column + span, columnX.length - 1)] ?? x) - x - 16
  const key = editing.kind === 'card' ? editing.card : `new ${editing.step} ${editing.after ?? ''}`
  return (
    <div role="gridcell" className="in-cell" aria-colindex={place.column + 2}>
      <CardEditor
        key={key}
        lane={row.lane}
        column={place.column}
        card={card}
        after={editing.kind === 'new' ? editing.after : null}
        first={editing.first}
        x={x + 8}
        y={row.cells[place.column]?.draftY ?? row.cells[place.column]?.bottom ?? 8}
        width={width}
      />
    </div>
  )
}
