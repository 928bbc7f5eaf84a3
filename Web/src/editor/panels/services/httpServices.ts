import { api } from '../../../core/api/api'
import type { Settings } from '../../../core/api/answers'
import type { Value } from '../../../core/types'
import { readFindings, readHistory, readHits, readReality, readSession, readViews } from './answers'
import type { PanelServices, SessionState } from './panelServices'

/** The services over HTTP, as /api/openapi.json describes them. */
export function httpServices(): PanelServices {
  let known: Promise<SessionState> | null = null
  const session = (): Promise<SessionState> => {
    known ??= api.session().then(answer => readSession(json(answer))).catch((failure: unknown) => {
      known = null
      throw failure
    })
    return known
  }
  return {
    session,
    saveSettings: async settings => {
      const { person, workspaceName } = await session()
      if (person === null) return
      const merged = { ...person.settings, ...settings }
      await api.changeMe({ settings: merged as Settings })
      known = Promise.resolve({ workspaceName, person: { ...person, settings: merged } })
    },
    findings: async map => readFindings(json(await api.findings(map))),
    reality: async map => readReality(json(await api.reality(map))),
    history: async (map, before,
      limit) => readHistory(json(await api.history(map, before ?? undefined, limit))),
    views: async map => readViews(json(await api.views(map))),
    saveView: async (map, { name, isShared, settings }) => {
      await api.saveView(map, { name, isShared, settings: { ...settings } })
    },
    deleteView: id => api.deleteView(id),
    search: async (query, signal) => readHits(json(await api.search(query, signal))),
  }
}

/** What came over the wire, before anybody has looked at its shape. */
const json = (answer: unknown): Value => (answer ?? null) as Value
