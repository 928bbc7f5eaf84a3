import { words } from '../../words/words'
import type { Command, CommandContext } from '../commands/registry'
import { mayEdit } from '../view/services'

/** The panels beside the map, in the order of their tabs and number keys. */
export const panelNames = ['inspector', 'findings', 'personas', 'history'] as const
export type PanelName = (typeof panelNames)[number]

export const isPanelName = (name: string | null): name is PanelName => panelNames.some(each => each === name)

const always = (): boolean => true

function panelCommand(panel: PanelName, index: number): Command {
  return {
    id: `panel.${panel}`, title: words(`panel.show.${panel}`), group: 'view', keys: [`Alt+${index + 1}`], isEnabled: always,
    run: ({ view }) => {
      view.openPanel(view.state.panel === panel ? null : panel)
      if (view.state.panel !== null) focusPanel()
    },
  }
}

/** Puts the keyboard into the open panel. */
export function focusPanel(): void {
  requestAnimationFrame(() => {
    const panel = document.querySelector<HTMLElement>('[data-panel]')
    if (panel === null) return
    const first = panel.querySelector<HTMLElement>('.panel-body input, .panel-body textarea, .panel-body select, .panel-body button')
    const target = first ?? panel
    target.focus()
  })
}

const go = (address: (map: string) => string) => ({ document: { map } }: CommandContext): void =>
  window.location.assign(address(encodeURIComponent(map)))

/** What the screen around the canvas can do; the canvas has its own commands. */
export const shellCommands: readonly Command[] = [
  { id: 'tour', title: words('shell.tour'), group: 'help', isEnabled: always,
    run: ({ view }) => view.openDialog('tour') },
  ...panelNames.map(panelCommand),
  {
    id: 'panel.close', title: words('panel.close'), group: 'view', keys: ['Alt+0'],
    isEnabled: ({ view }) => view.state.panel !== null,
    run: ({ view }) => { view.openPanel(null); view.focusCanvas() },
  },
  {
    id: 'panel.focus', title: words('shell.focusPanel'), group: 'view', keys: ['F6'], isQuiet: true,
    isEnabled: always,
    run: ({ view }) => {
      const isInPanel = document.activeElement?.closest('[data-panel]') !== null
      if (isInPanel && document.activeElement !== null) return view.focusCanvas()
      if (view.state.panel === null) view.openPanel('inspector')
      focusPanel()
    },
  },
  {
    id: 'lanes.more', title: words('lanes.more'), group: 'lanes', alias: words('shell.lanesAlias'),
    isEnabled: ({ services }) => mayEdit(services), run: ({ view }) => view.openDialog('lanes'),
  },
  {
    id: 'lanes.all', title: words('view.allLanes'), group: 'view',
    isEnabled: ({ view }) => view.state.laneFilter !== null,
    run: ({ view }) => view.update({ laneFilter: null }),
  },
  { id: 'present', title: words('shell.present'), group: 'view', alias: words('shell.presentAlias'),
    isEnabled: always,
    run: ({ view }) => view.openDialog('present') },
  {
    id: 'map.share', title: words('shell.share'), group: 'map',
    isEnabled: ({ services }) => mayEdit(services),
    run: ({ view }) => view.openDialog('share'),
  },
  { id: 'map.picture', title: words('shell.picture'), group: 'map', isEnabled: always, run: go(map => `/maps/${map}`) },
  { id: 'go.home', title: words('shell.home'), group: 'go', isEnabled: always,
    run: () => window.location.assign('/') },
  { id: 'go.library', title: words('shell.library'), group: 'go', isEnabled: always,
    run: () => window.location.assign('/library') },
  { id: 'go.new', title: words('shell.newMap'), group: 'go', isEnabled: always,
    run: () => window.location.assign('/new') },
]
