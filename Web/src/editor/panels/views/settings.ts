import type { Value } from '../../../core/types'
import type { ViewState } from '../../view/editorView'
import { parts, texts } from '../values/reading'

/** What a saved view keeps: how one looks at the map, nothing of the map itself. */
export interface ViewSettings {
  /** The lanes shown; null: all that are not hidden. */
  readonly lanes: readonly string[] | null
  /** Further personas whose curves lie over the primary one's. */
  readonly personas: readonly string[]
  readonly zoom: number
}

export interface SavedView {
  readonly id: string
  readonly name: string
  readonly isShared: boolean
  /** Whether this person may delete it. */
  readonly isOwn: boolean
  readonly settings: ViewSettings
}

/** The view as it is now. */
export function settingsOf(state: Pick<ViewState, 'laneFilter' | 'personas' | 'zoom'>): ViewSettings {
  return { lanes: state.laneFilter === null ? null : [...state.laneFilter], personas: state.personas,
    zoom: state.zoom }
}

/**
 * What a saved view changes in the view's state. Lanes and personas that are gone are left out; when none of the
 * lanes is left, all are shown.
 */
export function appliedTo(
  settings: ViewSettings, lanes: ReadonlySet<string>, personas: ReadonlySet<string>,
): Pick<ViewState, 'laneFilter' | 'personas' | 'zoom'> {
  const shown = settings.lanes?.filter(lane => lanes.has(lane)) ?? []
  return {
    laneFilter: shown.length === 0 ? null : new Set(shown),
    personas: settings.personas.filter(persona => personas.has(persona)),
    zoom: Math.min(2, Math.max(0.25, settings.zoom)),
  }
}

/** Settings as they come from the server, whatever an older version has written. */
export function readSettings(value: Value | undefined): ViewSettings {
  const read = parts(value)
  return {
    lanes: Array.isArray(read?.['lanes']) ? texts(read?.['lanes']) : null,
    personas: texts(read?.['personas']),
    zoom: typeof read?.['zoom'] === 'number' ? read['zoom'] : 1,
  }
}

/** The lane filter after one lane was switched; showing all lanes is no filter. */
export function toggledLane(filter: ReadonlySet<string> | null, lane: string,
  all: readonly string[]): ReadonlySet<string> | null {
  const shown = new Set(filter ?? all)
  if (!shown.delete(lane)) shown.add(lane)
  return all.every(each => shown.has(each)) ? null : shown
}
