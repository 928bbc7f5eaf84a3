import type { Ref } from '../../core/types'
import { words } from '../../words/words'
import { editing, onCanvas, placeOf, stageOfPlace } from './canvasTools'
import type { CanvasTools } from './canvasTools'
import type { Command, CommandContext } from './registry'
import { addStage, moveStage, remove } from './structureEdits'
import { deleteWith, nameNew } from './structureTools'

/** What one does with stages. */
export function stageCommands(tools: CanvasTools): readonly Command[] {
  const { scene } = tools
  const indexOf = (context: CommandContext): number => {
    const id = stageOfPlace(tools, placeOf(context))
    return scene.grid.stages.findIndex((stage) => stage.id === id)
  }
  const add = (behind: boolean) => (context: CommandContext): void => {
    const at = indexOf(context)
    const position = at < 0 ? (behind ? scene.grid.stages.length : 0) : at + (behind ? 1 : 0)
    const made = addStage(scene.grid, position, '')
    context.document.commit(words('intention.addStage'), made.edits)
    nameNew(context, { at: 'stage', stage: made.id })
  }
  const move = (by: 1 | -1) => (context: CommandContext): void => {
    const at = indexOf(context)
    const stage = scene.grid.stages[at]
    if (stage === undefined) return
    const edits = moveStage(scene.grid, stage.id, by > 0 ? at + 2 : at - 1)
    if (edits.length === 0) return
    context.document.commit(words('intention.moveStage'), edits)
    context.view.reveal({ at: 'stage', stage: stage.id })
  }
  const isOn = (context: CommandContext): boolean => editing(context) && placeOf(context)?.at === 'stage'
  return [
    onCanvas({
      id: 'stage.addBefore',
      title: words('command.stage.addBefore'),
      group: 'stages',
      isEnabled: editing,
      run: add(false),
    }),
    onCanvas({
      id: 'stage.addAfter',
      title: words('command.stage.addAfter'),
      group: 'stages',
      keys: ['Mod+Enter'],
      isEnabled: editing,
      run: add(true),
    }),
    onCanvas({
      id: 'stage.moveLeft',
      title: words('command.stage.moveLeft'),
      group: 'stages',
      keys: ['Shift+ArrowLeft'],
      isEnabled: (context) => isOn(context) && indexOf(context) > 0,
      run: move(-1),
    }),
    onCanvas({
      id: 'stage.moveRight',
      title: words('command.stage.moveRight'),
      group: 'stages',
      keys: ['Shift+ArrowRight'],
      isEnabled: (context) => isOn(context) && indexOf(context) < scene.grid.stages.length - 1,
      run: move(1),
    }),
    onCanvas({
      id: 'stage.delete',
      title: words('command.stage.delete'),
      group: 'stages',
      keys: ['Delete', 'Backspace'],
      isEnabled: isOn,
      run: (context) => {
        const stage = scene.grid.stages[indexOf(context)]
        if (stage === undefined) return
        const object: Ref = { kind: 'stage', id: stage.id, map: scene.grid.map }
        deleteWith(context, tools, object, stage.name, remove(object))
      },
    }),
  ]
}
