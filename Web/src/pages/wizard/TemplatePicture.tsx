import type { Template } from '../../core'
import { hueOfRole, isLaneRole } from '../../editor/canvas/roles'
import { cardsOfRow, feelings, pictureLanes, smoothPath } from './picture'

interface TemplatePictureProps {
  readonly template: Pick<Template, 'stages' | 'lanes'>
  /** Small ones show shapes; large ones also the words. */
  readonly size: 'small' | 'large'
}

const width = 600

/** What a template brings, drawn from its own stages and lanes. */
export function TemplatePicture({ template, size }: TemplatePictureProps): JSX.Element {
  const isLarge = size === 'large'
  const lanes = pictureLanes(template.lanes, isLarge ? 8 : 5)
  const stages = template.stages.length === 0 ? [''] : template.stages
  const left = isLarge ? 116 : 14
  const column = (width - left - 12) / stages.length
  const row = isLarge ? 44 : 46
  const top = isLarge ? 56 : 58
  const height = top + lanes.length * row + 10
  return (
    <svg className="wz-picture" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      {stages.map((stage, place) => (
        <g key={place} transform={`translate(${left + place * column} 10)`}>
          <path d={chevron(column - 4, 34, place === 0)}
            fill={`var(--wm-phase-${phaseOf(place, stages.length)})`} />
          {isLarge
            ? <text x={place === 0 ? 10 : 18} y="22" fill="var(--wm-on-strong)" fontSize="13"
              fontWeight="600">{fitted(stage, column - 28)}</text>
            : <rect x={place === 0 ? 12 : 20} y="14" width={Math.max(8, (column - 40) * 0.7)} height="7"
              rx="3.5" fill="var(--wm-on-strong)" opacity="0.85" />}
        </g>
      ))}
      {lanes.map((lane, place) => {
        const hue = isLaneRole(lane.role) ? hueOfRole(lane.role) : 'stone'
        const y = top + place * row
        return (
          <g key={place}>
            {place > 0 && <line x1="12" x2={width - 12} y1={y - 1} y2={y - 1} stroke="var(--line)" />}
            <rect x="8" y={y + 6} width="4" height={row - 14} rx="2" fill={`var(--wm-${hue})`} />
            {isLarge && <text x="20" y={y + row / 2 + 3} fill="var(--ink-soft)"
              fontSize="12.5">{fitted(lane.name, 92)}</text>}
            {lane.role === 'emotion'
              ? <Curve left={left} column={column} count={stages.length} y={y} row={row} />
              : cardsOfRow(place, stages.length).map((share, stage) => share > 0 && (
                <g key={stage} transform={`translate(${left + stage * column + 3} ${y + 5})`}>
                  <rect width={column - 10} height={row - 12} rx="6" fill={`var(--wm-${hue}-tint)`} />
                  <rect x="8" y={(row - 12) / 2 - 6} width={(column - 26) * share} height="4" rx="2"
                    fill={`var(--wm-${hue})`} opacity="0.75" />
                  <rect x="8" y={(row - 12) / 2 + 2} width={(column - 26) * share * 0.55} height="4" rx="2"
                    fill={`var(--wm-${hue})`} opacity="0.4" />
                </g>
              ))}
          </g>
        )
      })}
    </svg>
  )
}

interface CurveProps {
  readonly left: number; readonly column: number; readonly count: number; readonly y: number;
    readonly row: number
}

function Curve({ left, column, count, y, row }: CurveProps): JSX.Element {
  const points = feelings(count).map((feeling, place) => ({
    x: left + (place + 0.5) * column, y: y + row / 2 - 1 - feeling * (row / 2 - 7),
  }))
  return (
    <>
      <path d={smoothPath(points)} fill="none" stroke="var(--wm-pink)" strokeWidth="2.5"
        strokeLinecap="round" />
      {points.map(({ x, y: at }) => <circle key={x} cx={x} cy={at} r="5" fill="var(--surface)"
        stroke="var(--wm-pink)" strokeWidth="2" />)}
    </>
  )
}

/** Without knowing the stages: the first half comes before the purchase, the last one or two after it. */
function phaseOf(place: number, count: number): 'before' | 'during' | 'after' {
  if (count < 3) return 'before'
  const share = (place + 0.5) / count
  return share < 0.5 ? 'before' : share < 0.66 ? 'during' : 'after'
}

function chevron(width: number, height: number, isFirst: boolean): string {
  const tip = 9
  const notch = isFirst ? '' : `l${tip} ${height / 2}`
  return `M0 0h${width - tip}l${tip} ${height / 2}-${tip} ${height / 2}H0${notch === '' ? '' : `l${tip}-${height / 2}`}z`
}

/** As much of a text as fits at about seven pixels a letter. */
function fitted(text: string, room: number): string {
  const letters = Math.max(1, Math.floor(room / 7))
  const all = [...text]
  return all.length <= letters ? text : `${all.slice(0, letters - 1).join('').trimEnd()}…`
}
