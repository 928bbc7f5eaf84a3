import { mountEditor } from '../../../src/editor/mount'
import { MapInsight } from '../../../src/editor/panels/services/mapInsight'
import { fakeServices } from './fakeServices'
import { openSimulated } from './openSimulated'
import { emptyObjects, shopMap, shopObjects } from './shop'

/** The whole editor over a server in the page: `?empty`, `?tour`, `?reading`. */
const options = new URLSearchParams(window.location.search)
const simulated = openSimulated(shopMap, options.has('empty') ? emptyObjects : shopObjects)
const { document: map } = simulated
const services = fakeServices(() => map, !options.has('tour'))
const insight = new MapInsight(map, services)

async function start(): Promise<void> {
  const session = await services.session()
  const place = window.document.querySelector<HTMLElement>('#editor')
  if (place === null) return
  const { editor } = mountEditor(place, map, {
    editor: {
      permission: options.has('reading') ? 'view' : 'edit', client: map.client, marks: insight,
      uploadPicture: async file => `picture-${file.size}`, pictureAddress: () => '/assets/icon.svg',
    },
    panels: { services, insight, account: session.person, workspaceName: session.workspaceName },
  })
  insight.start()
  Object.assign(window, { simulated, editor, insight })
}
void start()
