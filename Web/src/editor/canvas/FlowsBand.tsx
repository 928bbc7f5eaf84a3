import { memo } from 'react'
import { words } from '../../words/words'
import { useView } from '../view/hooks'
import { useCanvas } from './canvasContext'
import type { FlowRoute } from './flows'
import type { Layout } from './layout'
import type { Grid } from './grid'
import { NameEditor } from './NameEditor'
import { sizes } from './sizes'

interface FlowsBandProps {
  readonly routes: readonly FlowRoute[]
  readonly grid: Grid
  readonly layout: Layout
}

/** The arrows above the stages: skips, returns and loops. */
export const FlowsBand = memo(
  function FlowsBand({ routes, grid, layout }: FlowsBandProps): JSX.Element | null {
    const { editor } = useCanvas()
    const current = useView(editor.view, ({ cursor }) => (cursor?.at === 'flow' ? cursor.flow : null))
    const renamed = useView(
      editor.view,
      (
        { editing },
      ) => (editing?.kind === 'name' && editing.object.kind === 'flow' ? editing.object.id : null),
    )
    if (layout.flowsHeight === 0) return null
    const middle = (stage: number): number => {
      const span = grid.stages[stage]
      if (span === undefined) return 0
      return ((layout.columnX[span.firstColumn] ?? 0) +
        (layout.columnX[span.firstColumn + span.columns] ?? 0)) / 2
    }
    const base = layout.flowsHeight - 2
    return (
      <div
        className="flows"
        role="group"
        aria-label={words('canvas.flows')}
        style={{ height: layout.flowsHeight, width: layout.width }}
      >
        <svg width={layout.width} height={layout.flowsHeight} aria-hidden="true">
          <defs>
            {(['skip', 'return', 'loop'] as const).map((kind) => (
              <marker
                key={kind}
                id={`arrow-${kind}`}
                viewBox="0 0 8 8"
                refX="7"
                refY="4"
                markerWidth="8"
                markerHeight="8"
                orient="auto"
                markerUnits="userSpaceOnUse"
              >
                <path className={`arrow is-${kind}`} d="M0 0.500L8 4 0 7.500z" />
              </marker>
            ))}
          </defs>
          {routes.map((route) => (
            <path
              key={route.flow.id}
              className={`flow is-${route.flow.kind}${route.flow.id === current ? ' is-current' : ''}`}
              d={pathOf(route, middle, base)}
              markerEnd={`url(#arrow-${route.flow.kind})`}
            />
          ))}
        </svg>
        {routes.map((route) => {
          const { from, to } = endsOf(route, middle)
          const y = base - (route.level + 0.62) * sizes.flowTrack
          const name = route.flow.note === '' ? words(`flow.${route.flow.kind}`) : route.flow.note
          const isCurrent = route.flow.id === current
          return (
            <div key={route.flow.id}>
              <div
                id={`flow-${route.flow.id}`}
                data-flow={route.flow.id}
                className={`flow-label is-${route.flow.kind}${isCurrent ? ' is-current' : ''}`}
                title={words('canvas.flowLabel', {
                  kind: words(`flow.${route.flow.kind}`),
                  from: grid.stages[route.from]?.name ?? '',
                  to: grid.stages[route.to]?.name ?? '',
                })}
                style={{ left: (from + to) / 2, top: y, maxWidth: Math.max(210, Math.abs(to - from) - 24) }}
              >
                {renamed !== route.flow.id ? name : (
                  <NameEditor
                    object={{ kind: 'flow', id: route.flow.id, map: grid.map }}
                    property="note"
                    value={route.flow.note}
                    placeholder={words(`flow.${route.flow.kind}`)}
                  />
                )}
              </div>
              {isCurrent &&
                (['from', 'to'] as const).map((end) => (
                  <div
                    key={end}
                    className={`flow-end is-${route.flow.kind}`}
                    data-flow-end={end}
                    data-flow={route.flow.id}
                    style={{ left: end === 'from' ? from : to, top: base - 6 }}
                  />
                ))}
            </div>
          )
        })}
      </div>
    )
  },
)

/** Starts leave a little to the right of the middle and ends arrive to the left, so that they do not meet. */
function endsOf(route: FlowRoute, middle: (stage: number) => number): { from: number; to: number } {
  if (route.from === route.to) return { from: middle(route.from) - 34, to: middle(route.to) + 34 }
  const side = route.to > route.from ? 18 : -18
  return { from: middle(route.from) + side, to: middle(route.to) - side }
}

function pathOf(route: FlowRoute, middle: (stage: number) => number, base: number): string {
  const { from, to } = endsOf(route, middle)
  const y = base - (route.level + 0.62) * sizes.flowTrack
  const bend = Math.min(14, Math.abs(to - from) / 2) * (to > from ? 1 : -1)
  return `M${from} ${base}V${y + 10}Q${from} ${y} ${from + bend} ${y}H${to - bend}Q${to} ${y} ${to} ${
    y + 10
  }V${base}`
}
