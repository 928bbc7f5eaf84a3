const stages = ['before', 'before', 'during', 'after'] as const
const cards: readonly (readonly [number, number, string, number])[] = [
  [0, 0, 'blue', 84], [1, 0, 'blue', 70], [2, 0, 'blue', 90], [3, 0, 'blue', 64],
  [0, 1, 'teal', 66], [1, 1, 'teal', 88], [2, 1, 'teal', 60], [3, 1, 'teal', 80],
  [1, 3, 'red', 78], [2, 3, 'red', 60], [1, 4, 'green', 70], [2, 4, 'green', 86],
]
const feelings: readonly (readonly [number, number])[] = [[62, 196], [174, 236], [286, 250], [398, 178]]

/** A small journey: stages, cards, and the curve of feelings through them. */
export function DoorPicture(): JSX.Element {
  return (
    <svg viewBox="0 0 460 396" focusable="false">
      <rect x="1" y="1" width="458" height="394" rx="16" fill="var(--surface)" stroke="var(--line)" />
      {stages.map((phase, place) => (
        <path key={place} d={chevron(16 + place * 109, 18)} fill={`var(--wm-phase-${phase})`} />
      ))}
      {stages.map((_, place) => (
        <rect key={place} x={36 + place * 109} y="32" width="52" height="6" rx="3" fill="var(--wm-on-strong)"
          opacity="0.85" />
      ))}
      {[64, 112, 160, 282, 330].map(y => <line key={y} x1="16" x2="444" y1={y} y2={y}
        stroke="var(--line)" />)}
      {cards.map(([column, row, hue, width], place) => (
        <g key={place} transform={`translate(${20 + column * 109} ${[72, 120, 0, 290, 338][row]})`}>
          <rect width="98" height="34" rx="7" fill={`var(--wm-${hue}-tint)`} />
          <rect x="9" y="10" width={width - 12} height="4" rx="2" fill={`var(--wm-${hue})`} opacity="0.8" />
          <rect x="9" y="19" width={width / 2} height="4" rx="2" fill={`var(--wm-${hue})`} opacity="0.4" />
        </g>
      ))}
      <line x1="16" x2="444" y1="221" y2="221" stroke="var(--line-strong)" strokeDasharray="3 5" />
      <path d="M62 196C110 196 126 236 174 236S238 250 286 250 350 178 398 178" fill="none"
        stroke="var(--wm-pink)"
        strokeWidth="3" strokeLinecap="round" />
      {feelings.map(([x, y]) => (
        <circle key={x} cx={x} cy={y} r="8" fill="var(--surface)" stroke="var(--wm-pink)" strokeWidth="2.5" />
      ))}
    </svg>
  )
}

function chevron(x: number, y: number): string {
  return `M${x} ${y}h94l9 17-9 17h-94l9-17z`
}
