interface Point { readonly x: number; readonly y: number }

/** The lanes that a small picture shows: those that open with the map, the feelings always among them. */
export function pictureLanes<Lane extends { readonly role: string; readonly more?: boolean }>(
  lanes: readonly Lane[], most: number,
): readonly Lane[] {
  const shown = lanes.filter(lane => lane.more !== true)
  if (shown.length <= most) return shown
  const emotion = shown.find(lane => lane.role === 'emotion')
  const first = shown.slice(0, most)
  return emotion === undefined || first.includes(emotion) ? first : [...first.slice(0, most - 1), emotion]
}

/** How long the line on each card of a row is, 0 for an empty cell; always the same for the same row. */
export function cardsOfRow(row: number, stages: number): readonly number[] {
  return Array.from({ length: stages }, (_, stage) => {
    const turn = (row * 5 + stage * 7 + row * stage + 2) % 6
    return turn === 0 && stages > 2 ? 0 : 0.5 + turn * 0.1
  })
}

const knees: readonly Point[] = [{ x: 0, y: 0.3 }, { x: 0.3, y: 0.75 }, { x: 0.62, y: -0.9 },
  { x: 1, y: 0.9 }]

/** A curve of feelings, −1 … 1: curious, then doubt, then relief. */
export const feelings = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, place) => {
    const share = count === 1 ? 0.3 : place / (count - 1)
    const after = knees.find(({ x }) => x >= share) ?? { x: 1, y: 0.9 }
    const before = knees[knees.indexOf(after) - 1] ?? after
    const way = after.x === before.x ? 1 : (share - before.x) / (after.x - before.x)
    return Math.round((before.y + (after.y - before.y) * way) * 100) / 100
  })

/** A line through points that bends without overshooting. */
export function smoothPath(points: readonly Point[]): string {
  return points.map((point, place) => {
    const before = points[place - 1]
    if (before === undefined) return `M${point.x} ${point.y}`
    const middle = (before.x + point.x) / 2
    return `C${middle} ${before.y} ${middle} ${point.y} ${point.x} ${point.y}`
  }).join('')
}
