import { mountEditor } from '../../src/editor/mount'
import { MapInsight } from '../../src/editor/panels/services/mapInsight'
import type { PanelServices, Reality } from '../../src/editor/panels/services/panelServices'
import type { CardMark } from '../../src/editor/view/services'
import { MemoryDocument } from '../support/memoryDocument'
import type { ListedObject } from '../support/memoryDocument'
import { generatedMap } from './generatedMap'
import { shopMap } from './shopMap'

/** Opens the editor without a server: `?map=shop`, `?map=big`, `?map=empty`; `&role=view` reads only. */
const query = new URLSearchParams(window.location.search)
const which = query.get('map') ?? 'shop'
const objects: readonly ListedObject[] = which === 'big'
  ? generatedMap(40, 5, 40, Number(query.get('cards') ?? 4_000))
  : which === 'empty'
  ? [{ kind: 'map', id: 'm', properties: { order: 'i', name: 'New map', personas: [] } }]
  : shopMap
const map = objects.find((object) => object.kind === 'map')?.id ?? 'm'

if (query.get('theme') !== null) document.documentElement.dataset['theme'] = query.get('theme') ?? ''

const statuses = ['assumption', 'supported', 'assumption', 'anecdotal', 'contradicted'] as const
const cards = new Map<string, CardMark & { isStale: boolean; summary: string }>()
objects.filter((object) => object.kind === 'card').forEach(({ id }, index) =>
  cards.set(id, {
    status: statuses[index % 5] ?? 'assumption',
    isStale: index % 11 === 3,
    summary: 'From the harness',
  })
)
const reality: Reality = {
  stages: new Map(),
  touchpoints: new Map(),
  cards,
  evidenced: { with: 3, of: 9 },
  measuredEmotion: new Map(
    objects.filter((object) => object.kind === 'stage').slice(0, 4).map(({ id }, index) => [id, 1.6 - index]),
  ),
}
const services: PanelServices = {
  session: () => Promise.resolve({ person: null, workspaceName: 'Harness' }),
  saveSettings: () => Promise.resolve(),
  findings: () => Promise.resolve([]),
  reality: () => Promise.resolve(reality),
  history: () => Promise.resolve([]),
  views: () => Promise.resolve([]),
  saveView: () => Promise.resolve(),
  deleteView: () => Promise.resolve(),
  search: () => Promise.resolve([]),
}

const memory = new MemoryDocument(map, objects)
const insight = new MapInsight(memory, services)
const element = document.getElementById('editor')
if (element !== null) {
  const { editor } = mountEditor(element, memory, {
    editor: {
      permission: query.get('role') === 'view' ? 'view' : 'own',
      client: 'here',
      marks: insight,
      uploadPicture: () => Promise.reject(new Error('The harness stores no pictures.')),
      pictureAddress: (hash) => `/files/${hash}`,
    },
    panels: { services, insight, account: null, workspaceName: 'Harness' },
  })
  insight.start()
  Object.assign(window, { editor, memory })
}
