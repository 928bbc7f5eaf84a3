import { words } from '../../words/words'
import { objectAt } from '../view/place'
import { editing, onCanvas, placeOf } from './canvasTools'
import type { CanvasTools } from './canvasTools'
import { flowCommands } from './flowCommands'
import { laneCommands } from './laneCommands'
import type { Command } from './registry'
import { stageCommands } from './stageCommands'
import { stepCommands } from './stepCommands'

/** What one does with stages, steps, lanes and flows. */
export function structureCommands(tools: CanvasTools): readonly Command[] {
  return [
    ...renaming(tools),
    ...stageCommands(tools),
    ...stepCommands(tools),
    ...laneCommands(tools),
    ...flowCommands(tools),
  ]
}

function renaming({ scene }: CanvasTools): readonly Command[] {
  return [onCanvas({
    id: 'edit.begin',
    title: words('command.edit.begin'),
    group: 'edit',
    keys: ['F2', 'Enter'],
    isEnabled: (context) => editing(context) && objectAt(context.document.map, placeOf(context)) !== null,
    run: (context) => {
      const place = placeOf(context)
      const object = objectAt(context.document.map, place)
      if (place === null || object === null) return
      const { view } = context
      if (place.at === 'cell' && place.card !== null) {
        view.update({
          cursor: place,
          selection: new Set([place.card]),
          editing: { kind: 'card', card: place.card },
        })
        return
      }
      const isStage = place.at === 'step' &&
        scene.grid.columns[scene.grid.columnOf.get(place.step) ?? -1]?.isStage === true
      if (place.at === 'flow') {
        view.update({ cursor: place, editing: { kind: 'name', object, property: 'note' } })
      } else {view.update({
          cursor: place,
          editing: { kind: 'name', object: isStage ? { ...object, kind: 'stage' } : object },
        })}
    },
  })]
}
