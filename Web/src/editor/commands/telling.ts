import type { MapDocument } from '../../core/types'
import { words } from '../../words/words'
import type { EditorView } from '../view/editorView'

/** Tells what was done, with a way back for as long as nothing else has been done. */
export function tellWithUndo(document: MapDocument, view: EditorView, text: string): void {
  view.tell(text, {
    action: {
      title: words('notice.undo'),
      run: () => {
        document.undo()
      },
    },
  })
  const notice = view.state.notices[view.state.notices.length - 1]
  if (notice === undefined) return
  const release = document.subscribe((changed) => {
    if (changed.size === 0) return
    release()
    view.dismiss(notice.id)
  })
}
