import { memo, useMemo, useSyncExternalStore } from 'react'
import { useView } from '../view/hooks'
import { words } from '../../words/words'
import { signed } from './CardChips'
import { useCanvas, useCardState } from './canvasContext'
import { curveOf, runsIn, smoothPath, yOfScore } from './emotionCurve'
import type { EmotionCurve, Feeling } from './emotionCurve'
import type { Column } from './grid'
import type { RowLayout } from './layout'
import type { Card } from './objects'
import { sizes } from './sizes'

interface EmotionPlotProps {
  readonly row: RowLayout
  /** From the row's top. */
  readonly top: number
  readonly from: number
  readonly to: number
  readonly columns: readonly Column[]
  readonly columnX: readonly number[]
}

const overlayHues = ['blue', 'amber', 'green', 'violet'] as const
const height = sizes.emotionPlot
const spotOf = (feeling: Feeling): { x: number; y: number } => ({
  x: feeling.x,
  y: yOfScore(feeling.emotion.score, height),
})

/**
 * The curve of feelings: a dashed line where it is assumed, a full one where it was measured, a gap where
 * nothing is known.
 */
export const EmotionPlot = memo(
  function EmotionPlot({ row, top, from, to, columnX }: EmotionPlotProps): JSX.Element {
    const { scene, editor, gestures } = useCanvas()
    const dragged = useSyncExternalStore(gestures.subscribe, () => gestures.picture?.score ?? null)
    const overlays = useView(editor.view, (state) => state.personas)
    const primary = scene.library.personas[0]?.id ?? null
    const standing = scene.grid.cells.get(row.lane.id) ?? noCells
    const cells = useMemo(
      () => (dragged === null ? standing : raised(standing, dragged.card, dragged.value)),
      [standing, dragged],
    )
    const curves = useMemo(() => {
      const own = { hue: null as string | null, name: '', curve: curveOf(cells, columnX, null, primary) }
      const others = overlays.filter((id) => id !== primary).map((id, index) => ({
        hue: overlayHues[index % overlayHues.length] ?? 'blue',
        name: scene.library.personas.find((persona) => persona.id === id)?.name ?? '',
        curve: curveOf(cells, columnX, id, primary),
      }))
      return [...others, own]
    }, [cells, columnX, overlays, primary, scene.library])
    const left = columnX[from] ?? 0
    const right = columnX[to] ?? left
    const measured = scene.grid.stages.flatMap((stage) => {
      const score = editor.services.marks.measured.get(stage.id)
      const start = columnX[stage.firstColumn] ?? 0
      const end = columnX[stage.firstColumn + stage.columns] ?? start
      return score === undefined || end < left || start > right
        ? []
        : [{ x: (start + end) / 2, y: yOfScore(score, height), score }]
    })
    const zero = yOfScore(0, height)
    return (
      <div className="plot" role="presentation" style={{ top, height }}>
        <svg
          className="plot-lines"
          style={{ left, width: right - left, height }}
          viewBox={`${left} 0 ${Math.max(1, right - left)} ${height}`}
          aria-hidden="true"
        >
          <rect
            className="plot-good"
            x={left}
            y={yOfScore(3, height) - 12}
            width={right - left}
            height={zero - yOfScore(3, height) + 12}
          />
          <rect
            className="plot-bad"
            x={left}
            y={zero}
            width={right - left}
            height={yOfScore(-3, height) - zero + 12}
          />
          <line className="plot-zero" x1={left} x2={right} y1={zero} y2={zero} />
          {curves.map(({ hue, curve }, index) => (
            <g
              key={index}
              className={hue === null ? 'curve' : 'curve is-other'}
              style={hue === null ? {} : { color: `var(--wm-${hue})` }}
            >
              {runsIn(curve.runs, left, right).map((run, place) =>
                run.length > 1 && <path key={place} d={smoothPath(run.map(spotOf))} />
              )}
              {forkPaths(curve, left, right).map((path, place) => (
                <path key={`fork ${place}`} className="fork" d={path} />
              ))}
            </g>
          ))}
          {measured.length > 1 && <path className="measured-line" d={smoothPath(measured)} />}
          {measured.map((point) => (
            <circle key={point.x} className="measured-point" cx={point.x} cy={point.y} r={5} />
          ))}
        </svg>
        {curves.flatMap(({ hue, name, curve }) =>
          feelingsIn(curve, left, right).map((feeling) => (
            <FeelingPoint
              key={feeling.card.id}
              feeling={feeling}
              hue={hue}
              persona={name}
              extreme={feeling.emotion.branch !== null
                ? null
                : feeling.emotion.score === curve.peak
                ? 'peak'
                : feeling.emotion.score === curve.pit
                ? 'pit'
                : null}
              room={(columnX[feeling.column + 1] ?? 0) - (columnX[feeling.column] ?? 0)}
            />
          ))
        )}
      </div>
    )
  },
)

const noCells: readonly (readonly Card[])[] = []

/** The cells as they would be with one feeling at another score. */
function raised(
  cells: readonly (readonly Card[])[],
  id: string,
  score: number,
): readonly (readonly Card[])[] {
  return cells.map((cell) =>
    cell.some((card) => card.id === id)
      ? cell.map((
        card,
      ) => (card.id === id && card.emotion !== null
        ? { ...card, emotion: { ...card.emotion, score } }
        : card)
      )
      : cell
  )
}

const feelingsIn = (curve: EmotionCurve, left: number, right: number): readonly Feeling[] =>
  [...curve.points, ...curve.forks.flatMap((fork) => fork.ends)].filter((feeling) =>
    feeling.x >= left && feeling.x <= right
  )

/** From the moment before to each alternative and on to the moment after: never through their middle. */
function forkPaths(curve: EmotionCurve, left: number, right: number): readonly string[] {
  return curve.forks.filter((fork) => fork.ends.some((end) => end.x >= left - 300 && end.x <= right + 300))
    .flatMap((fork) => {
      const beside = [fork.before, fork.after].filter((feeling): feeling is Feeling => feeling !== null)
      if (beside.length === 0) {
        return [`M${fork.ends.map((end) => `${spotOf(end).x} ${spotOf(end).y}`).join('L')}`]
      }
      return fork.ends.flatMap((end) =>
        beside.map((other) => smoothPath([spotOf(other), spotOf(end)].sort((a, b) => a.x - b.x)))
      )
    })
}

interface FeelingPointProps {
  readonly feeling: Feeling
  /** null: the primary persona. */
  readonly hue: string | null
  readonly persona: string
  readonly extreme: 'peak' | 'pit' | null
  readonly room: number
}

/** One point of the curve: dragged up and down, or moved with Alt and the arrows. */
const FeelingPoint = memo(
  function FeelingPoint({ feeling, hue, persona, extreme, room }: FeelingPointProps): JSX.Element {
    const { cards } = useCanvas()
    const { card, emotion } = feeling
    const state = useCardState(cards, card.id)
    const { x, y } = spotOf(feeling)
    const isAbove = emotion.branch === null ? emotion.score >= 0 : emotion.branch === 'well'
    const tag = extreme !== null
      ? words(`emotion.${extreme}`)
      : emotion.branch === 'well'
      ? words('emotion.ifWell')
      : emotion.branch === 'badly'
      ? words('emotion.ifBadly')
      : persona
    const name = emotion.name === '' ? card.text : emotion.name
    const names = [
      'feeling',
      hue === null ? '' : 'is-other',
      extreme === null ? '' : `is-${extreme}`,
      isAbove ? 'is-above' : 'is-below',
      state.isChosen ? 'is-chosen' : '',
      state.isCurrent ? 'is-current' : '',
      state.isDragged ? 'is-dragged' : '',
      state.mark !== null && state.mark.status !== 'assumption' ? 'is-backed' : '',
    ]
    return (
      <div
        id={`card-${card.id}`}
        data-card={card.id}
        data-feeling=""
        role="gridcell"
        aria-colindex={feeling.column + 2}
        className={names.join(' ')}
        aria-label={words('emotion.label', {
          name: name === '' ? words('canvas.noText') : name,
          score: signed(emotion.score),
          tag,
        })}
        style={{ left: x, top: y, ...(hue === null ? {} : { color: `var(--wm-${hue})` }) }}
      >
        <span className="feeling-dot">{emotion.emoji}</span>
        {card.momentOfTruth !== null && (
          <span
            className="feeling-truth"
            title={words('canvas.momentOfTruth', { reason: card.momentOfTruth })}
          >
            ★
          </span>
        )}
        <span className="feeling-name" style={{ maxWidth: Math.max(80, room - 12) }}>
          {tag !== '' && <b>{tag}</b>} {name} <i>{signed(emotion.score)}</i>
        </span>
      </div>
    )
  },
)
