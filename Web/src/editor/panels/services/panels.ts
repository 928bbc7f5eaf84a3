import { createContext, useContext, useSyncExternalStore } from 'react'
import type { MapInsight } from './mapInsight'
import type { Account, PanelServices } from './panelServices'
import type { Fetched, Refreshed } from './refreshed'

/** What the panels share besides the editor itself. */
export interface Panels {
  readonly services: PanelServices
  readonly insight: MapInsight
  readonly account: Account | null
  readonly workspaceName: string
}

const context = createContext<Panels | null>(null)

export const PanelsProvider = context.Provider

export function usePanels(): Panels {
  const panels = useContext(context)
  if (panels === null) throw new Error('this component must stand inside a PanelsProvider')
  return panels
}

export function useFetched<Content>(source: Refreshed<Content>): Fetched<Content> {
  return useSyncExternalStore(source.subscribe, () => source.state)
}
