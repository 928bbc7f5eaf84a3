import { createRoot } from 'react-dom/client'
import { words } from '../../../src/words/words'
import { CommandRegistry } from '../../../src/editor/commands/registry'
import { MapInsight } from '../../../src/editor/panels/services/mapInsight'
import { PanelsProvider } from '../../../src/editor/panels/services/panels'
import { EditorShell } from '../../../src/editor/shell/EditorShell'
import { applyTheme } from '../../../src/editor/shell/theme'
import { EditorView } from '../../../src/editor/view/editorView'
import { EditorProvider } from '../../../src/editor/view/services'
import type { EditorServices } from '../../../src/editor/view/services'
import { fakeServices } from './fakeServices'
import { openSimulated } from './openSimulated'
import { emptyObjects, shopMap, shopObjects } from './shop'
import { PlainGrid } from './PlainGrid'

/** The panels over a plain grid: `?empty`, `?tour`, `?reading`. */
const options = new URLSearchParams(window.location.search)
const simulated = openSimulated(shopMap, options.has('empty') ? emptyObjects : shopObjects)
const { document: map } = simulated
const view = new EditorView()
const commands = new CommandRegistry()
const services = fakeServices(() => map, !options.has('tour'))
const insight = new MapInsight(map, services)
const editorServices: EditorServices = {
  permission: options.has('reading') ? 'view' : 'edit', client: map.client, marks: insight,
  uploadPicture: async file => `picture-${file.size}`, pictureAddress: hash => `/files/${hash}`,
}
commands.register(
  {
    id: 'edit.undo', title: 'Undo', group: 'edit', keys: ['Mod+z'], isEnabled: ({ document }) => document.canUndo,
    run: ({ document }) => { const done = document.undo(); if (done !== null) view.tell(words('undo.did', { intention: done.intention })) },
  },
  { id: 'view.palette', title: 'Palette', group: 'help', keys: ['Mod+k'], isQuiet: true, isEnabled: () => true, run: () => view.openDialog('palette') },
  { id: 'view.keys', title: 'Keyboard shortcuts', group: 'help', keys: ['?'], isEnabled: () => true, run: () => view.openDialog('keys') },
  { id: 'stage.addAfter', title: 'Add a stage after this one', group: 'stages', keys: ['Mod+Enter'], isEnabled: () => true, run: () => undefined },
)
Object.assign(window, { simulated, editorView: view, insight, commands })

async function start(): Promise<void> {
  applyTheme()
  const session = await services.session()
  insight.start()
  const place = window.document.querySelector('#editor')
  if (place === null) return
  createRoot(place).render(
    <EditorProvider value={{ document: map, view, commands, services: editorServices }}>
      <PanelsProvider value={{ services, insight, account: session.person, workspaceName: session.workspaceName }}>
        <EditorShell><PlainGrid /></EditorShell>
      </PanelsProvider>
    </EditorProvider>)
}
void start()
