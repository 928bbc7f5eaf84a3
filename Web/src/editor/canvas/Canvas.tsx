import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, MouseEvent, PointerEvent } from 'react'
import { words } from '../../words/words'
import { clipboardIn, clipboardOut, pastePicture } from '../commands/clipboardCommands'
import { addStages } from '../commands/structureEdits'
import { useView } from '../view/hooks'
import { placeKey } from '../view/place'
import { mayEdit as isAllowed, useEditor } from '../view/services'
import { CanvasProvider, useScene, useWindow } from './canvasContext'
import type { CanvasParts } from './canvasContext'
import { signed } from './CardChips'
import { CardStates } from './cardStates'
import { FlowsBand } from './FlowsBand'
import { Gestures, placeUnder, scoreUnder } from './gestures'
import { gripOf, placeOfElement } from './grips'
import { cellCards } from './grid'
import { AboutRow, Heads } from './Heads'
import { cellId, LaneRow } from './LaneRow'
import { Menus } from './menus'
import { firstPlace } from './navigation'
import { Connectors, DragGhost, DragLayer, EmptyMap } from './Overlays'
import { watchPinch } from './pinch'
import type { Scene } from './scene'
import { TargetMenu } from './TargetMenu'
import { AddAtEnd } from './AddAtEnd'
import { pressPlace } from './pressing'
import type { RowLayout } from './layout'
import type { Viewport, Window } from './viewport'
import type { Place } from '../view/place'

interface CanvasProps {
  readonly scene: Scene
  readonly viewport: Viewport
}

/** Below this zoom, or when more cards than this are in sight, cards show their text only. */
const far = { zoom: 0.4, cards: 400 } as const

/** The map as a grid that scrolls in both directions; only what is in sight is in the page. */
export function Canvas({ scene, viewport }: CanvasProps): JSX.Element {
  const editor = useEditor()
  const { view, services, commands, document } = editor
  const mayEdit = isAllowed(services)
  const scroller = useRef<HTMLDivElement>(null)
  const grid = useRef<HTMLDivElement>(null)
  const [parts] = useState<CanvasParts>(() => ({
    scene,
    viewport,
    mayEdit,
    cards: new CardStates(editor, scene),
    menus: new Menus(),
    gestures: new Gestures(editor, scene, viewport),
  }))
  const { gestures, menus, cards } = parts
  useScene(scene)
  const window = useWindow(viewport)
  const zoom = useView(view, (state) => state.zoom)
  const cursor = useView(view, (state) => state.cursor)
  const { layout } = scene

  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return undefined
    const end = viewport.attach(element)
    const endPinch = watchPinch(element, viewport, view, gestures)
    view.reveal = (place) => viewport.reveal(place)
    view.fit = () => viewport.fit()
    view.focusCanvas = () => grid.current?.focus({ preventScroll: true })
    return () => {
      end()
      endPinch()
    }
  }, [])
  useEffect(() => () => {
    cards.close()
    gestures.cancel()
  }, [])

  // What a person has in hand is told to the others; a moment later, so that running over cards tells nothing.
  const hand = cursor?.at === 'cell' ? cursor.card : null
  useEffect(() => {
    const timer = setTimeout(
      () => document.attend(hand === null ? null : { kind: 'card', id: hand, map: document.map }),
      150,
    )
    return () => clearTimeout(timer)
  }, [hand])

  const keyDown = (event: KeyboardEvent): void => {
    if (
      event.target instanceof HTMLElement &&
      event.target.closest('input, textarea, select, [contenteditable]') !== null
    ) return
    const context = { document, view, services }
    const command = commands.match(event, context)
    if (command !== undefined) {
      event.preventDefault()
      event.stopPropagation()
      command.run(context)
      return
    }
    const isWord = event.key.length === 1 &&
      (!event.ctrlKey && !event.metaKey && !event.altKey || event.getModifierState('AltGraph'))
    const isComposed = event.key === 'Process' || event.key === 'Dead'
    if (!mayEdit || cursor?.at !== 'cell' || (!isWord && !isComposed) || event.key === ' ') return
    if (isWord) event.preventDefault()
    const cell = cellCards(scene.grid, cursor.lane, cursor.step)
    const after = cursor.card ?? cell[cell.length - 1]?.id ?? null
    const typed = { kind: 'new' as const, lane: cursor.lane, step: cursor.step, after }
    view.update({ editing: isWord ? { ...typed, first: event.key } : typed })
  }

  const pointerDown = (event: PointerEvent): void => {
    if (
      !(event.target instanceof Element) ||
      event.target.closest('input, textarea, button, a, .empty-map') !== null
    ) return
    const { nativeEvent } = event
    if (event.button === 1) {
      event.preventDefault()
      gestures.press(nativeEvent, { what: 'pan' })
      return
    }
    if (event.button !== 0) return
    pressPlace(parts, view, nativeEvent)
    const grip = gripOf(event.target)
    if (mayEdit || grip.what === 'marquee') gestures.press(nativeEvent, grip)
    // The keyboard stays with the grid, whatever of it was pressed.
    event.preventDefault()
    grid.current?.focus({ preventScroll: true })
  }

  const doubleClick = (event: MouseEvent): void => {
    if (
      !mayEdit || !(event.target instanceof Element) ||
      event.target.closest('button, input, textarea') !== null
    ) return
    const place = placeOfElement(scene, event.target)
    if (place === null) {
      const cell = placeUnder(scene, viewport, { x: event.clientX, y: event.clientY })
      if (cell !== null && event.target.closest('.heads, .flows, .about-row') === null) {
        const score = scoreUnder(scene, viewport.toSheet({ x: event.clientX, y: event.clientY }))
        const last = scene.grid.cells.get(cell.lane)?.[scene.grid.columnOf.get(cell.step) ?? 0]?.slice(-1)[0]
        view.update({
          cursor: { at: 'cell', ...cell, card: null },
          selection: new Set(),
          editing: {
            kind: 'new',
            ...cell,
            after: last?.id ?? null,
            ...(score === null ? {} : { first: `${signed(score)} ` }),
          },
        })
      }
      return
    }
    commands.run('edit.begin', { document, view, services, target: place })
  }

  const contextMenu = (event: MouseEvent): void => {
    if (!(event.target instanceof Element) || event.target.closest('input, textarea') !== null) return
    // The menu key, and Shift with F10: the menu of what is under the cursor.
    if (event.target === grid.current && event.button !== 2) {
      const rect = cursor === null ? null : viewport.rectOf(cursor)
      if (cursor === null || rect === null) return
      event.preventDefault()
      const { x, y, width, height } = viewport.toScreen(rect)
      menus.show({ place: cursor, anchor: { left: x + 16, top: y, width: width - 16, height } })
      return
    }
    const cell = placeUnder(scene, viewport, { x: event.clientX, y: event.clientY })
    const place: Place | null = placeOfElement(scene, event.target) ??
      (cell === null ? null : { at: 'cell', ...cell, card: null })
    if (place === null) return
    event.preventDefault()
    if (place.at !== 'cell' || place.card === null || !view.state.selection.has(place.card)) view.go(place)
    menus.show({ place, anchor: { left: event.clientX, top: event.clientY, width: 0, height: 0 } })
  }

  const rows = layout.rows.slice(window.rows.from, window.rows.to)
  const isEmpty = scene.grid.stages.length === 0
  const isFar = zoom < far.zoom || countCards(rows, window) > far.cards
  const active = cursor === null ? undefined : activeId(cursor)
  const columnX = layout.columnX
  return (
    <CanvasProvider value={parts}>
      <div
        className={`canvas${mayEdit ? '' : ' is-reading'}${isFar ? ' is-far' : ''}${
          isEmpty ? ' is-empty' : ''
        }`}
        ref={scroller}
        onPointerDown={pointerDown}
        onDoubleClick={doubleClick}
        onContextMenu={contextMenu}
        onDragOver={(event) => {
          if (mayEdit && event.dataTransfer.types.includes('Files')) event.preventDefault()
        }}
        onDrop={(event) => {
          const picture = [...event.dataTransfer.files].find((file) => file.type.startsWith('image/'))
          const cell = placeUnder(scene, viewport, { x: event.clientX, y: event.clientY })
          if (!mayEdit || picture === undefined || cell === null || !(event.target instanceof Element)) return
          event.preventDefault()
          view.go(placeOfElement(scene, event.target) ?? { at: 'cell', ...cell, card: null })
          void pastePicture(picture, scene, editor)
        }}
        onPointerOver={(event) => {
          const card = event.target instanceof Element ? event.target.closest('[data-card]') : null
          cards.hover(card?.getAttribute('data-card') ?? null)
        }}
      >
        <div className="sheet" style={{ width: layout.width, height: layout.height, zoom }}>
          <FlowsBand routes={scene.routes} grid={scene.grid} layout={layout} />
          <div
            ref={grid}
            className="grid"
            role="grid"
            tabIndex={0}
            aria-label={words('canvas.label')}
            aria-multiselectable="true"
            aria-rowcount={scene.grid.lanes.length + 3}
            aria-colcount={scene.grid.columns.length + 1}
            aria-activedescendant={active}
            style={{ height: layout.height - layout.flowsHeight, ...headsOf(layout.headHeight) }}
            onKeyDown={keyDown}
            onFocus={(event) => {
              if (event.target !== event.currentTarget || view.state.cursor !== null) return
              view.go(firstPlace(scene.grid))
            }}
            onCopy={(event) => clipboardOut(event.nativeEvent, scene, editor, 'copy')}
            onCut={(event) => clipboardOut(event.nativeEvent, scene, editor, mayEdit ? 'cut' : 'copy')}
            onPaste={(event) => {
              if (mayEdit) clipboardIn(event.nativeEvent, scene, editor)
            }}
          >
            <Heads grid={scene.grid} layout={layout} window={window} />
            <AboutRow grid={scene.grid} layout={layout} window={window} />
            <div
              className="rows"
              role="rowgroup"
              style={{ height: layout.rowY[layout.rowY.length - 1] ?? 0 }}
            >
              <ColumnLines scene={scene} from={window.columns.from} to={window.columns.to} />
              {rows.map((row, index) => (
                <LaneRow
                  key={row.lane.id}
                  row={row}
                  top={layout.rowY[window.rows.from + index] ?? 0}
                  from={window.columns.from}
                  to={window.columns.to}
                  columns={scene.grid.columns}
                  columnX={columnX}
                  isFar={isFar}
                  mayEdit={mayEdit}
                />
              ))}
            </div>
          </div>
          {mayEdit && !isEmpty && <AddAtEnd scene={scene} />}
          <Connectors />
          <DragLayer gestures={gestures} />
        </div>
        {isEmpty && mayEdit && (
          <EmptyMap
            onStages={(names) => {
              document.commit(
                words('intention.addStages', { count: names.length }),
                addStages(scene.grid, names),
              )
              view.go(firstPlace(scene.grid))
              view.focusCanvas()
            }}
          />
        )}
      </div>
      <DragGhost gestures={gestures} />
      <TargetMenu />
    </CanvasProvider>
  )
}

function countCards(rows: readonly RowLayout[], { columns }: Window): number {
  let count = 0
  for (const row of rows) {
    for (let column = columns.from; column < columns.to; column += 1) {
      count += row.cells[column]?.boxes.length ?? 0
    }
  }
  return count
}

/** Names of lanes stop below the heads. */
const headsOf = (height: number): object => ({ '--heads': `${height}px` })

/** The id of the element where the keyboard stands. */
function activeId(cursor: Place): string {
  if (cursor.at !== 'cell') return placeKey(cursor).replace('/', '-')
  return cursor.card === null ? cellId(cursor.lane, cursor.step) : `card-${cursor.card}`
}

/** Fine lines between columns, stronger ones between stages. */
function ColumnLines(
  { scene, from, to }: { readonly scene: Scene; readonly from: number; readonly to: number },
): JSX.Element {
  const { columnX } = scene.layout
  const { columns } = scene.grid
  const places = useMemo(
    () => Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index),
    [from, to],
  )
  return (
    <div role="presentation" className="column-lines">
      {places.map((place) => (
        <i
          key={place}
          className={columns[place]?.stage === columns[place - 1]?.stage ? 'is-step' : ''}
          style={{ left: columnX[place] ?? 0 }}
        />
      ))}
    </div>
  )
}
