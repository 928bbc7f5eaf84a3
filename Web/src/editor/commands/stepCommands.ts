import type { Ref } from '../../core/types'
import { words } from '../../words/words'
import { editing, onCanvas, placeOf, stageOfPlace, stepOfPlace } from './canvasTools'
import type { CanvasTools } from './canvasTools'
import type { Command, CommandContext } from './registry'
import { addStep, mergeWithNext, moveStep, remove, splitColumn } from './structureEdits'
import { deleteWith, nameNew } from './structureTools'
import { tellWithUndo } from './telling'

/** What one does with steps. */
export function stepCommands(tools: CanvasTools): readonly Command[] {
  const { scene } = tools
  const add = (behind: boolean) => (context: CommandContext): void => {
    const stage = scene.grid.stages.find((other) => other.id === stageOfPlace(tools, placeOf(context)))
    if (stage === undefined) return
    const own = stepOfPlace(tools, placeOf(context))
    const at = own === null
      ? (behind ? stage.columns - 1 : 0)
      : (scene.grid.columnOf.get(own) ?? 0) - stage.firstColumn
    const made = addStep(context.document, scene.grid, stage.id, at + (behind ? 1 : 0), '')
    context.document.commit(words('intention.addStep'), made.edits)
    nameNew(context, { at: 'step', step: made.id })
  }
  const isOn = (context: CommandContext): boolean =>
    editing(context) && placeOf(context)?.at === 'step' && stepOfPlace(tools, placeOf(context)) !== null
  const inStage = (context: CommandContext): boolean =>
    editing(context) && stageOfPlace(tools, placeOf(context)) !== null
  const move = (by: 1 | -1) => (context: CommandContext): void => {
    const step = stepOfPlace(tools, placeOf(context))
    const column = step === null ? -1 : scene.grid.columnOf.get(step) ?? -1
    const stageAt = scene.grid.columns[column]?.stage ?? -1
    const stage = scene.grid.stages[stageAt]
    if (step === null || stage === undefined) return
    const inside = column - stage.firstColumn
    const leaves = by < 0 ? inside === 0 : inside === stage.columns - 1
    const target = leaves ? scene.grid.stages[stageAt + by] : stage
    if (target === undefined) return
    const position = leaves ? (by > 0 ? 0 : target.columns) : by > 0 ? inside + 2 : inside - 1
    const edits = moveStep(context.document, scene.grid, step, target.id, position)
    if (edits.length === 0) return
    context.document.commit(words('intention.moveStep'), edits)
    context.view.reveal({ at: 'step', step })
  }
  return [
    onCanvas({
      id: 'step.addBefore',
      title: words('command.step.addBefore'),
      group: 'stages',
      isEnabled: inStage,
      run: add(false),
    }),
    onCanvas({
      id: 'step.addAfter',
      title: words('command.step.addAfter'),
      group: 'stages',
      keys: ['Mod+Shift+Enter'],
      isEnabled: inStage,
      run: add(true),
    }),
    onCanvas({
      id: 'step.split',
      title: words('command.step.split'),
      group: 'stages',
      isEnabled: (context) =>
        editing(context) && ['step', 'cell', 'stage'].includes(placeOf(context)?.at ?? ''),
      run: (context) => {
        const place = placeOf(context)
        const stage = scene.grid.stages.find((other) => other.id === stageOfPlace(tools, place))
        const step = place?.at === 'step' || place?.at === 'cell'
          ? place.step
          : scene.grid.columns[stage?.firstColumn ?? -1]?.step
        if (step === undefined) return
        const made = splitColumn(context.document, scene.grid, step, context.view.state.selection, '')
        if (made.edits.length === 0) return
        context.document.commit(words('intention.splitStep'), made.edits)
        nameNew(context, { at: 'step', step: made.id })
      },
    }),
    onCanvas({
      id: 'step.merge',
      title: words('command.step.merge'),
      group: 'stages',
      isEnabled: (context) => {
        const step = stepOfPlace(tools, placeOf(context))
        return editing(context) && step !== null && mergeWithNext(context.document, scene.grid, step) !== null
      },
      run: (context) => {
        const step = stepOfPlace(tools, placeOf(context))
        const edits = step === null ? null : mergeWithNext(context.document, scene.grid, step)
        if (edits === null) return
        context.document.commit(words('intention.mergeSteps'), edits)
        tellWithUndo(context.document, context.view, words('notice.merged'))
      },
    }),
    onCanvas({
      id: 'step.moveLeft',
      title: words('command.step.moveLeft'),
      group: 'stages',
      keys: ['Shift+ArrowLeft'],
      isEnabled: isOn,
      run: move(-1),
    }),
    onCanvas({
      id: 'step.moveRight',
      title: words('command.step.moveRight'),
      group: 'stages',
      keys: ['Shift+ArrowRight'],
      isEnabled: isOn,
      run: move(1),
    }),
    onCanvas({
      id: 'step.delete',
      title: words('command.step.delete'),
      group: 'stages',
      keys: ['Delete', 'Backspace'],
      isEnabled: isOn,
      run: (context) => {
        const step = stepOfPlace(tools, placeOf(context))
        const column = step === null ? undefined : scene.grid.columns[scene.grid.columnOf.get(step) ?? -1]
        if (step === null || column === undefined) return
        const object: Ref = { kind: 'step', id: step, map: scene.grid.map }
        deleteWith(context, tools, object, column.name, remove(object))
      },
    }),
  ]
}
