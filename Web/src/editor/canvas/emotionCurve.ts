import type { Card, Emotion } from './objects'

/** A feeling with its place on the plot. */
export interface Feeling {
  readonly card: Card
  readonly emotion: Emotion
  readonly column: number
  /** On the sheet, at zoom 1. */
  readonly x: number
}

/** Alternatives at one moment with the single moments beside them, where these are in neighbouring columns. */
export interface Fork {
  readonly before: Feeling | null
  readonly ends: readonly Feeling[]
  readonly after: Feeling | null
}

/** One persona's feelings along the map. What is not known is a gap; alternatives are never averaged. */
export interface EmotionCurve {
  /** Single moments from left to right. */
  readonly points: readonly Feeling[]
  readonly forks: readonly Fork[]
  /** Moments in the same or neighbouring columns without a fork between them. */
  readonly runs: readonly (readonly Feeling[])[]
  readonly peak: number | null
  readonly pit: number | null
}

/** @param persona null: the primary one, whose feelings name nobody or her. */
export function curveOf(
  cells: readonly (readonly Card[])[],
  columnX: readonly number[],
  persona: string | null,
  primary: string | null,
): EmotionCurve {
  const points: Feeling[] = []
  const groups: Feeling[][] = []
  cells.forEach((cards, column) => {
    const own = cards.flatMap((card): { card: Card; emotion: Emotion }[] => {
      const { emotion } = card
      if (emotion === null) return []
      const whose = emotion.persona === primary ? null : emotion.persona
      return whose === persona ? [{ card, emotion }] : []
    })
    if (own.length === 0) return
    const single = own.filter(({ emotion }) => emotion.branch === null)
    const forked = own.filter(({ emotion }) => emotion.branch !== null)
    const slots = single.length + (forked.length === 0 ? 0 : 1)
    const start = columnX[column] ?? 0
    const width = (columnX[column + 1] ?? start) - start
    const at = (slot: number): number => start + width / slots * (slot + 0.5)
    single.forEach((feeling, slot) => points.push({ ...feeling, column, x: at(slot) }))
    if (forked.length > 0) {
      groups.push(forked.map((feeling) => ({ ...feeling, column, x: at(single.length) })))
    }
  })
  const forks = groups.flatMap((ends): Fork[] => {
    const first = ends[0]
    if (first === undefined) return []
    const earlier = points.filter((point) => point.x < first.x && first.column - point.column <= 1)
    const later = points.find((point) => point.x > first.x && point.column - first.column <= 1)
    return [{ before: earlier[earlier.length - 1] ?? null, ends, after: later ?? null }]
  })
  const scores = points.map((point) => point.emotion.score)
  const top = Math.max(...scores)
  const bottom = Math.min(...scores)
  const differs = scores.length > 1 && top !== bottom
  return {
    points,
    forks,
    runs: runsOf(points, forks),
    peak: differs ? top : null,
    pit: differs ? bottom : null,
  }
}

function runsOf(points: readonly Feeling[], forks: readonly Fork[]): readonly (readonly Feeling[])[] {
  const runs: Feeling[][] = []
  for (const point of points) {
    const run = runs[runs.length - 1]
    const last = run?.[run.length - 1]
    const isNext = last !== undefined && point.column - last.column <= 1 &&
      !forks.some((fork) => (fork.ends[0]?.x ?? 0) > last.x && (fork.ends[0]?.x ?? 0) < point.x)
    if (isNext && run !== undefined) run.push(point)
    else runs.push([point])
  }
  return runs
}

/** How far the plot's upper and lower ends are from +3 and −3, for names and faces. */
export const plotMargin = 26

/** The height of a score in a plot. */
export const yOfScore = (score: number, plotHeight: number): number =>
  plotMargin + (3 - score) / 6 * (plotHeight - 2 * plotMargin)

/** The score at a height, not rounded. */
export const scoreOfY = (y: number, plotHeight: number): number =>
  3 - (y - plotMargin) / (plotHeight - 2 * plotMargin) * 6

interface Spot {
  readonly x: number
  readonly y: number
}

/** A line through points that never rises above or falls below them. */
export function smoothPath(spots: readonly Spot[]): string {
  return spots.map((spot, index) => {
    const before = spots[index - 1]
    if (before === undefined) return `M${spot.x} ${spot.y}`
    const middle = (before.x + spot.x) / 2
    return `C${middle} ${before.y} ${middle} ${spot.y} ${spot.x} ${spot.y}`
  }).join('')
}

/** The runs cut to what is near a stretch of the sheet; a run keeps the point before and behind it. */
export function runsIn(
  runs: readonly (readonly Feeling[])[],
  from: number,
  to: number,
): readonly (readonly Feeling[])[] {
  return runs.flatMap((run) => {
    const first = run.findIndex((point) => point.x >= from)
    const start = first < 0 ? run.length - 1 : Math.max(0, first - 1)
    const beyond = run.findIndex((point) => point.x > to)
    const part = run.slice(start, beyond < 0 ? run.length : beyond + 1)
    const isNear = part.length > 0 && (part[part.length - 1]?.x ?? 0) >= from && (part[0]?.x ?? 0) <= to
    return isNear || part.length > 1 ? [part] : []
  })
}
