import type { Item, MapDocument } from '../../core'
import { textOf } from '../../core'
import { WorkspaceState } from '../../core/model/workspace-state'
import type { Snapshot } from '../../core'
import { itemOf } from '../../core/model/wire'

/** Where a touchpoint stands on one map. */
export interface Place {
  readonly map: string
  readonly mapName: string
  /** The names of the stages, in their order. */
  readonly stages: readonly string[]
  readonly cards: number
}

/** What the maps say about the library. */
export interface Usage {
  /** By touchpoint; maps in the order of the workspace. */
  readonly places: ReadonlyMap<string, readonly Place[]>
  /** All objects of all maps that are not deleted. */
  readonly items: readonly Item[]
}

export const noUsage: Usage = { places: new Map(), items: [] }

/** Reads the maps one after the other. */
export function usageOf(snapshots: readonly { readonly map: string; readonly snapshot: Snapshot }[]): Usage {
  const places = new Map<string, Place[]>()
  const items: Item[] = []
  for (const { map, snapshot } of snapshots) {
    const all = snapshot.objects.map(itemOf)
    const state = new WorkspaceState(all)
    const own = all.filter(item => item.ref.map === map && state.isShown(item.ref))
    items.push(...own)
    const mapName = textOf(all.find(item => item.ref.kind === 'map' && item.ref.id === map), 'name')
    for (const [touchpoint, place] of placesOn(map, mapName, state)) {
      places.set(touchpoint, [...places.get(touchpoint) ?? [], place])
    }
  }
  return { places, items }
}

function placesOn(map: string, mapName: string, state: WorkspaceState): ReadonlyMap<string, Place> {
  const stages = state.list('stage', map)
  const stageOfStep = new Map(stages.map(stage => [stage.ref.id, stage.ref.id]))
  for (const step of state.list('step', map)) stageOfStep.set(step.ref.id, textOf(step, 'stage'))
  const found = new Map<string, { cards: number; stages: Set<string> }>()
  for (const card of state.list('card', map)) {
    const touchpoint = textOf(card, 'touchpoint')
    if (touchpoint === '') continue
    const place = found.get(touchpoint) ?? { cards: 0, stages: new Set() }
    place.cards += 1
    place.stages.add(stageOfStep.get(textOf(card, 'step')) ?? '')
    found.set(touchpoint, place)
  }
  return new Map([...found].map(([touchpoint, { cards, stages: ids }]) => [touchpoint, {
    map, mapName, cards, stages: stages.filter(stage => ids.has(stage.ref.id)).map(stage =>
      textOf(stage, 'name')),
  }]))
}

/** The ids of the maps of the workspace, in their order. */
export const mapIds = (document: MapDocument): readonly string[] =>
  document.list('map').map(({ ref }) => ref.id)
