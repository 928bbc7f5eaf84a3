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
    const turn = (row * 7 + stage * 5 + row * stage) % 6
    return turn === 0 && stages > 2 ? 0 : 0.5 + turn * 0.1
  })
}

/** A curve of feelings, −1 … 1: curious, then doubt, then relief. */
export const feelings = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, place) => {
    const share = count === 1 ? 0.5 : place / (count - 1)
    return Math.round(Math.sin(share * Math.PI * 2 + 0.5) * (share < 0.6 ? 0.8 : 1) * 100) / 100
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
