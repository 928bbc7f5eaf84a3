import type { MapDocument } from '../../core/types'
import { laneOf } from './objects'
import type { Lane } from './objects'

/** Every lane of the map in order, hidden ones too. */
export const orderedLanes = (document: MapDocument): readonly Lane[] => document.list('lane').map(laneOf)
