import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import type { MapDocument } from '../core/types'
import { Canvas } from './canvas/Canvas'
import { Scene } from './canvas/scene'
import { StageReader } from './canvas/StageReader'
import { browserRuler } from './canvas/wrapping'
import { Viewport } from './canvas/viewport'
import { canvasCommands } from './commands/canvasCommands'
import { CommandRegistry } from './commands/registry'
import { PanelsProvider } from './panels/services/panels'
import type { Panels } from './panels/services/panels'
import { EditorShell } from './shell/EditorShell'
import { EditorView } from './view/editorView'
import type { ViewState } from './view/editorView'
import { EditorProvider } from './view/services'
import type { Editor, EditorServices } from './view/services'

/** What an editor needs besides the map. */
export interface MountServices {
  readonly editor: EditorServices
  readonly panels: Panels
  /** How the person looks at the map at first. */
  readonly start?: Partial<ViewState>
  /** The dialog that shares the map by link; without one a page does. */
  readonly shareDialog?: (onClose: () => void) => ReactNode
}

/** Below this width the map is read stage by stage. */
const narrow = '(max-width: 700px)'

/** Puts the editor of a map into an element; answers the editor, and what takes it away again. */
export function mountEditor(
  element: HTMLElement, document: MapDocument, services: MountServices,
): { readonly editor: Editor; readonly unmount: () => void } {
  const view = new EditorView(services.start)
  const scene = new Scene(document, view, browserRuler())
  const viewport = new Viewport(scene, view)
  const commands = new CommandRegistry()
  commands.register(...canvasCommands({ scene, viewport }))
  const editor: Editor = { document, view, commands, services: services.editor }
  // Texts were measured with what fonts there were: once the real ones are here, they are measured again.
  const fonts = window.document.fonts
  void Promise.all(['400 13px "Noto Sans"', 'italic 400 12px "Noto Sans"'].map(font => fonts.load(font).catch(() => [])))
    .then(() => scene.remeasure(browserRuler()))
  const root = createRoot(element)
  root.render(
    <EditorProvider value={editor}>
      <PanelsProvider value={services.panels}>
        <EditorShell {...(services.shareDialog === undefined ? {} : { shareDialog: services.shareDialog })}>
          <MapSurface scene={scene} viewport={viewport} />
        </EditorShell>
      </PanelsProvider>
    </EditorProvider>,
  )
  return {
    editor,
    unmount: () => {
      root.unmount()
      scene.close()
    },
  }
}

/** The whole grid on a wide window, one stage at a time on a narrow one. */
function MapSurface({ scene, viewport }: { readonly scene: Scene; readonly viewport: Viewport }): JSX.Element {
  const [isNarrow, setNarrow] = useState(() => window.matchMedia(narrow).matches)
  useEffect(() => {
    const query = window.matchMedia(narrow)
    const change = (): void => setNarrow(query.matches)
    query.addEventListener('change', change)
    return () => query.removeEventListener('change', change)
  }, [])
  return isNarrow ? <StageReader scene={scene} /> : <Canvas scene={scene} viewport={viewport} />
}
