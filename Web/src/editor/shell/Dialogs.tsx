import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { focusField } from '../panels/showing'
import { MoreLanes } from '../panels/views/MoreLanes'
import { useView } from '../view/hooks'
import type { ViewState } from '../view/editorView'
import { useEditor } from '../view/services'
import { KeysSheet } from './KeysSheet'
import { Palette } from './Palette'
import { Presenter } from './Presenter'
import { Tour, useFirstTour } from './Tour'
import { TouchpointDialog } from './TouchpointDialog'

const dialogOf = (state: ViewState): ViewState['dialog'] => state.dialog

/** What stands in front of everything, one at a time. */
export function Dialogs({ shareDialog }: { readonly shareDialog?: (onClose: () => void) =>
  ReactNode }): JSX.Element | null {
  const { document, view } = useEditor()
  const dialog = useView(view, dialogOf)
  const mustLeave = dialog?.name === 'share' && shareDialog === undefined
  useFirstTour()
  useEffect(() => {
    if (mustLeave) window.location.assign(`/maps/${encodeURIComponent(document.map)}/share`)
  }, [mustLeave, document.map])
  const flow = dialog?.name === 'flow' ? dialog.object?.id : undefined
  useEffect(() => {
    // A flow has no place to type on the map: its note is written in the panel.
    if (flow === undefined) return
    view.closeDialog()
    view.go({ at: 'flow', flow })
    view.openPanel('inspector')
    focusField('note')
  }, [flow, view])
  const close = (): void => view.closeDialog()
  switch (dialog?.name) {
    case 'palette': return <Palette onClose={close} />
    case 'keys': return <KeysSheet onClose={close} />
    case 'lanes': return <MoreLanes onClose={close} />
    case 'present': return <Presenter onClose={close} />
    case 'tour': return <Tour onClose={close} />
    case 'touchpoint': return dialog.object === undefined ? null : <TouchpointDialog card={dialog.object}
      onClose={close} />
    case 'share': return shareDialog === undefined ? null : <>{shareDialog(close)}</>
    default: return null
  }
}
