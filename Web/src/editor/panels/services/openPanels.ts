import { api } from '../../../core/api/api'
import type { MapDocument } from '../../../core/types'
import type { EditorServices } from '../../view/services'
import { httpServices } from './httpServices'
import { MapInsight } from './mapInsight'
import type { PanelServices } from './panelServices'
import type { Panels } from './panels'

/** What the editor's page needs besides the document: the panels' services, and the canvas's. */
export interface OpenPanels { readonly panels: Panels; readonly services: EditorServices }

/** Asks who is here and begins to keep findings and live numbers fresh. */
export async function openPanels(document: MapDocument, services: PanelServices = httpServices()): Promise<OpenPanels> {
  const { person, workspaceName } = await services.session()
  const insight = new MapInsight(document, services)
  insight.start()
  return {
    panels: { services, insight, account: person, workspaceName },
    services: {
      permission: permissionOf(document.person.role), client: document.client, marks: insight,
      uploadPicture: async file => (await api.upload(file)).hash,
      pictureAddress: hash => `/files/${encodeURIComponent(hash)}`,
    },
  }
}

/** What a role may do with a map; a role nobody knows may look. */
export function permissionOf(role: string): EditorServices['permission'] {
  switch (role) {
    case 'owner': return 'own'
    case 'editor': return 'edit'
    case 'commenter': return 'comment'
    default: return 'view'
  }
}
