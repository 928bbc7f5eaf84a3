import { api, ApiFailure, openMap } from '../core'
import { rememberMap } from '../pages/home/recentMaps'
import { MapShareDialog } from '../pages/share/MapShareDialog'
import { words } from '../words/words'
import { mountEditor } from './mount'
import { httpServices } from './panels/services/httpServices'
import { MapInsight } from './panels/services/mapInsight'
import type { EditorServices } from './view/services'

const permissions: Readonly<Record<string, EditorServices['permission']>> = {
  viewer: 'view',
  commenter: 'comment',
  editor: 'edit',
  owner: 'own',
}

/** Opens the map that the page names, and puts its editor into the page. */
async function start(element: HTMLElement, map: string): Promise<void> {
  const panels = httpServices()
  const [document, session] = await Promise.all([openMap(map), panels.session()])
  const insight = new MapInsight(document, panels)
  mountEditor(element, document, {
    editor: {
      permission: permissions[session.person?.role ?? ''] ?? 'view',
      client: document.client,
      marks: insight,
      uploadPicture: async (picture) => (await api.upload(picture)).hash,
      pictureAddress: (hash) => `/files/${hash}`,
    },
    panels: { services: panels, insight, account: session.person, workspaceName: session.workspaceName },
    shareDialog: (onClose) => <MapShareDialog document={document} onClose={onClose} />,
  })
  insight.start()
  rememberMap(map)
}

function sayProblem(element: HTMLElement, problem: unknown): void {
  if (problem instanceof ApiFailure && problem.status === 401) {
    window.location.assign(`/sign-in?next=${encodeURIComponent(window.location.pathname)}`)
    return
  }
  const notice = window.document.createElement('p')
  notice.className = 'notice'
  notice.setAttribute('role', 'alert')
  notice.textContent = problem instanceof Error ? problem.message : words('load.strange')
  element.replaceChildren(notice)
}

const element = document.getElementById('editor')
const map = element?.dataset['map']
if (element !== null && map !== undefined) {
  start(element, map).catch((problem: unknown) => sayProblem(element, problem))
}
