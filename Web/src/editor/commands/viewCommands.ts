import { words } from '../../words/words'
import type { CanvasTools } from './canvasTools'
import { editing } from './canvasTools'
import type { Command } from './registry'

/** Looking at the map, taking back, and help. The panels add commands of their own. */
export function viewCommands({ viewport }: CanvasTools): readonly Command[] {
  return [
    {
      id: 'edit.undo',
      title: words('command.edit.undo'),
      group: 'edit',
      keys: ['Mod+z'],
      isEnabled: (context) => editing(context) && context.document.canUndo,
      run: ({ document, view }) => {
        const done = document.undo()
        if (done === null) return
        const text = words('undo.did', { intention: done.intention })
        if (done.leftAlone > 0) view.tell(`${text}. ${words('undo.leftAlone', { count: done.leftAlone })}`)
        else view.announce(text)
      },
    },
    {
      id: 'edit.redo',
      title: words('command.edit.redo'),
      group: 'edit',
      keys: ['Mod+y', 'Mod+Shift+z'],
      isEnabled: (context) => editing(context) && context.document.canRedo,
      run: ({ document, view }) => {
        const done = document.redo()
        if (done === null) return
        const text = words('redo.did', { intention: done.intention })
        if (done.leftAlone > 0) view.tell(`${text}. ${words('undo.leftAlone', { count: done.leftAlone })}`)
        else view.announce(text)
      },
    },
    {
      id: 'view.palette',
      title: words('command.view.palette'),
      group: 'help',
      keys: ['Mod+k'],
      isQuiet: true,
      isEnabled: () => true,
      run: ({ view }) => view.openDialog('palette'),
    },
    {
      id: 'view.keys',
      title: words('command.view.keys'),
      group: 'help',
      keys: ['?'],
      isEnabled: () => true,
      run: ({ view }) => view.openDialog('keys'),
    },
    {
      id: 'view.zoomIn',
      title: words('command.view.zoomIn'),
      group: 'view',
      keys: ['Mod++', 'Mod+='],
      isEnabled: ({ view }) => view.state.zoom < 2,
      run: ({ view }) => viewport.zoomAt(null, nextZoom(view.state.zoom, 1)),
    },
    {
      id: 'view.zoomOut',
      title: words('command.view.zoomOut'),
      group: 'view',
      keys: ['Mod+-'],
      isEnabled: ({ view }) => view.state.zoom > 0.25,
      run: ({ view }) => viewport.zoomAt(null, nextZoom(view.state.zoom, -1)),
    },
    {
      id: 'view.zoomWhole',
      title: words('command.view.zoomWhole'),
      group: 'view',
      keys: ['Mod+0'],
      isEnabled: () => true,
      run: () => viewport.zoomAt(null, 1),
    },
    {
      id: 'view.fit',
      title: words('command.view.fit'),
      group: 'view',
      keys: ['Shift+1', '!'],
      isOnCanvas: true,
      isEnabled: () => true,
      run: () => viewport.fit(),
    },
    {
      id: 'view.fullScreen',
      title: words('command.view.fullScreen'),
      group: 'view',
      keys: ['Shift+F'],
      isOnCanvas: true,
      isEnabled: () => true,
      run: ({ view }) => {
        view.update({ isFullScreen: !view.state.isFullScreen })
      },
    },
    {
      id: 'view.hiddenLanes',
      title: words('command.view.hiddenLanes'),
      group: 'view',
      isEnabled: () => true,
      run: ({ view }) => view.update({ showsHiddenLanes: !view.state.showsHiddenLanes }),
    },
  ]
}

const steps = [0.25, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2]

/** The next of the usual steps. */
export function nextZoom(zoom: number, by: 1 | -1): number {
  if (by > 0) return steps.find((step) => step > zoom + 0.005) ?? 2
  return [...steps].reverse().find((step) => step < zoom - 0.005) ?? 0.25
}
