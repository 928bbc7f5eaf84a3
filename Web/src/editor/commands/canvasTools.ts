import { mayEdit } from '../view/services'
import type { Place } from '../view/place'
import type { Scene } from '../canvas/scene'
import type { Viewport } from '../canvas/viewport'
import type { Command, CommandContext } from './registry'

/** What the commands of the canvas work on. */
export interface CanvasTools {
  readonly scene: Scene
  readonly viewport: Viewport
}

/** The place a command is about: where a menu was opened, otherwise the cursor. */
export const placeOf = ({ target, view }: CommandContext): Place | null => target ?? view.state.cursor

export const editing = (context: CommandContext): boolean => mayEdit(context.services)

/** The stage a place belongs to. */
export function stageOfPlace({ scene }: CanvasTools, place: Place | null): string | null {
  if (place === null) return null
  if (place.at === 'stage') return place.stage
  if (place.at !== 'step' && place.at !== 'cell') return null
  const column = scene.grid.columns[scene.grid.columnOf.get(place.step) ?? -1]
  return column === undefined ? null : scene.grid.stages[column.stage]?.id ?? null
}

/** The step that is a column of its own at a place; null for a stage without steps. */
export function stepOfPlace({ scene }: CanvasTools, place: Place | null): string | null {
  if (place?.at !== 'step' && place?.at !== 'cell') return null
  const column = scene.grid.columns[scene.grid.columnOf.get(place.step) ?? -1]
  return column === undefined || column.isStage ? null : column.step
}

export function laneOfPlace(place: Place | null): string | null {
  return place?.at === 'lane' || place?.at === 'cell' ? place.lane : null
}

/** A command whose keys count on the map only. */
export const onCanvas = (command: Omit<Command, 'isOnCanvas'>): Command => ({ ...command, isOnCanvas: true })
