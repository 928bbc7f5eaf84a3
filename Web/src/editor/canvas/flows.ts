import type { Flow } from './objects'

/** A flow with the track it runs on, counted from the stages upward. */
export interface FlowRoute {
  readonly flow: Flow
  /** Places of the stages. */
  readonly from: number
  readonly to: number
  readonly level: number
}

/**
 * Gives each flow a track of its own height, so that no two lie on each other. Short ones run lowest; loops lie
 * at the bottom of their stage.
 */
export function routeFlows(
  flows: readonly Flow[],
  stageAt: ReadonlyMap<string, number>,
): readonly FlowRoute[] {
  const known = flows.flatMap((flow) => {
    const from = stageAt.get(flow.from)
    const to = stageAt.get(flow.to)
    return from === undefined || to === undefined ? [] : [{ flow, from, to }]
  })
  const length = (route: { from: number; to: number }): number => Math.abs(route.to - route.from)
  const sorted = [...known].sort((a, b) =>
    length(a) - length(b) || Math.min(a.from, a.to) - Math.min(b.from, b.to) ||
    (a.flow.id < b.flow.id ? -1 : 1)
  )
  const tracks: Reach[][] = []
  return sorted.map((route) => {
    const reach = { from: Math.min(route.from, route.to), to: Math.max(route.from, route.to) }
    let level = tracks.findIndex((track) => track.every((other) => areApart(other, reach)))
    if (level < 0) {
      level = tracks.length
      tracks.push([])
    }
    tracks[level]?.push(reach)
    return { ...route, level }
  })
}

interface Reach {
  readonly from: number
  readonly to: number
}

/** Two arrows may meet at a stage, where one ends and the other begins; a loop fills its stage. */
function areApart(a: Reach, b: Reach): boolean {
  const isLoop = a.from === a.to || b.from === b.to
  return isLoop ? a.to < b.from || b.to < a.from : a.to <= b.from || b.to <= a.from
}

export const tracksOf = (routes: readonly FlowRoute[]): number =>
  routes.reduce((most, route) => Math.max(most, route.level + 1), 0)
