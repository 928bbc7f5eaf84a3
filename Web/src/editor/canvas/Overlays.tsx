import { useSyncExternalStore } from 'react'
import { Icon } from '../../design/Icon'
import { words } from '../../words/words'
import { useView } from '../view/hooks'
import { signed } from './CardChips'
import { useCanvas, useScene } from './canvasContext'
import type { Gestures } from './gestures'
import { rectOfBox } from './geometry'
import type { Rect } from './geometry'
import { hueOfRole } from './roles'

const styleOf = (
  { x, y, width, height }: Rect,
): { left: number; top: number; width: number; height: number } => ({ left: x, top: y, width, height })

/** What is drawn over the map while something is dragged. */
export function DragLayer({ gestures }: { readonly gestures: Gestures }): JSX.Element | null {
  const picture = useSyncExternalStore(gestures.subscribe, () => gestures.picture)
  if (picture === null) return null
  const { drop, marquee } = picture
  return (
    <div aria-hidden="true">
      {drop?.what === 'cards' && <div className="drop-cell" style={styleOf(drop.cell)} />}
      {drop !== null && (
        <div className={drop.what === 'flow' ? 'drop-stage' : 'drop-line'} style={styleOf(drop.line)} />
      )}
      {marquee !== null && <div className="marquee" style={styleOf(marquee)} />}
    </div>
  )
}

/** What hangs at the pointer while it drags. */
export function DragGhost({ gestures }: { readonly gestures: Gestures }): JSX.Element | null {
  const { scene, editor } = useCanvas()
  const picture = useSyncExternalStore(gestures.subscribe, () => gestures.picture)
  const ids = useView(editor.view, (state) => state.dragging?.ids ?? null)
  if (picture === null || ids === null || picture.what === 'marquee' || picture.what === 'pan') return null
  const first = ids[0] ?? ''
  const card = scene.card(first)
  const name = card !== undefined
    ? scene.typedTextOf(card)
    : scene.grid.lanes.find((lane) => lane.id === first)?.name ??
      scene.grid.stages.find((stage) => stage.id === first)?.name ??
      scene.grid.columns.find((column) => column.step === first)?.name ?? ''
  const role = card === undefined
    ? null
    : scene.grid.lanes[scene.grid.laneAt.get(card.lane) ?? -1]?.role ?? null
  const text = picture.score !== null ? `${name} ${signed(picture.score.value)}` : name
  return (
    <div
      className={`drag-ghost ${role === null ? '' : `hue-${hueOfRole(role)}`}`}
      aria-hidden="true"
      style={{
        transform: `translate(${picture.client.x + 10}px, ${picture.client.y + 8}px) rotate(-1.5deg)`,
      }}
    >
      {text === '' ? words('canvas.noText') : text}
      {ids.length > 1 && <b>{ids.length}</b>}
    </div>
  )
}

/** Thin lines from the current card to the cards it is linked with. */
export function Connectors(): JSX.Element | null {
  const { scene, cards, editor } = useCanvas()
  useScene(scene)
  useView(editor.view, (state) => state.cursor)
  const source = cards.linkSource
  const from = source === null ? null : rectOfCard(scene, source)
  if (source === null || from === null) return null
  const ends = cards.linksOf(source).flatMap((id) => rectOfCard(scene, id) ?? [])
  if (ends.length === 0) return null
  const { width, height } = scene.layout
  return (
    <svg className="connectors" width={width} height={height} aria-hidden="true">
      {ends.map((to, index) => {
        const path = connect(from, to)
        return (
          <g key={index}>
            <path d={path.line} />
            <circle cx={path.end.x} cy={path.end.y} r={3.5} />
            <circle cx={path.start.x} cy={path.start.y} r={3.5} />
          </g>
        )
      })}
    </svg>
  )
}

function rectOfCard(scene: ReturnType<typeof useCanvas>['scene'], id: string): Rect | null {
  const place = scene.placeOf(id)
  const row = place === undefined ? undefined : scene.grid.laneAt.get(place.lane)
  if (place === undefined || row === undefined) return null
  const box = scene.layout.rows[row]?.cells[place.column]?.boxes.find((other) => other.card.id === id)
  return box === undefined ? null : rectOfBox(scene.layout, row, place.column, box)
}

/** From the nearer side of one card to the nearer side of the other. */
function connect(
  from: Rect,
  to: Rect,
): { line: string; start: { x: number; y: number }; end: { x: number; y: number } } {
  if (Math.abs(to.x - from.x) < 24) {
    // One above the other: along the gap beside the column, so that no card between them is crossed.
    const [start, end] = [{ x: from.x, y: from.y + from.height / 2 }, { x: to.x, y: to.y + to.height / 2 }]
    return {
      line: `M${start.x} ${start.y}C${start.x - 9} ${start.y} ${end.x - 9} ${end.y} ${end.x} ${end.y}`,
      start,
      end,
    }
  }
  const isBelow = to.y >= from.y + from.height
  const isAbove = to.y + to.height <= from.y
  if (isBelow || isAbove) {
    const start = { x: from.x + from.width / 2, y: isBelow ? from.y + from.height : from.y }
    const end = { x: to.x + to.width / 2, y: isBelow ? to.y : to.y + to.height }
    const middle = (start.y + end.y) / 2
    return {
      line: `M${start.x} ${start.y}C${start.x} ${middle} ${end.x} ${middle} ${end.x} ${end.y}`,
      start,
      end,
    }
  }
  const isRight = to.x >= from.x
  const start = { x: isRight ? from.x + from.width : from.x, y: from.y + from.height / 2 }
  const end = { x: isRight ? to.x : to.x + to.width, y: to.y + to.height / 2 }
  const middle = (start.x + end.x) / 2
  return {
    line: `M${start.x} ${start.y}C${middle} ${start.y} ${middle} ${end.y} ${end.x} ${end.y}`,
    start,
    end,
  }
}

/** A map without stages invites to type them. */
export function EmptyMap(
  { onStages }: { readonly onStages: (names: readonly string[]) => void },
): JSX.Element {
  return (
    <form
      className="empty-map"
      onSubmit={(event) => {
        event.preventDefault()
        const text = new FormData(event.currentTarget).get('stages')
        const names = (typeof text === 'string' ? text : '').split(/[\n,;\t]/).map((name) => name.trim())
          .filter((name) => name !== '')
        if (names.length > 0) onStages(names.slice(0, 200))
      }}
    >
      <span className="ds-empty-icon">
        <Icon name="story" size={28} />
      </span>
      <h2>{words('canvas.emptyTitle')}</h2>
      <p>{words('canvas.emptyText')}</p>
      <label htmlFor="empty-stages">{words('canvas.emptyLabel')}</label>
      <textarea
        id="empty-stages"
        name="stages"
        rows={5}
        placeholder={words('canvas.emptyExample')}
        onKeyDown={(event) => event.stopPropagation()}
      />
      <button type="submit" className="ds-button is-primary is-normal">{words('canvas.emptyAction')}</button>
    </form>
  )
}
