import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import { useEditor } from '../view/services'
import type { Editor } from '../view/services'
import type { CardState, CardStates } from './cardStates'
import type { Gestures } from './gestures'
import type { Menus } from './menus'
import type { Scene } from './scene'
import type { Viewport, Window } from './viewport'

/** What the parts of the canvas share. */
export interface CanvasParts {
  readonly scene: Scene
  readonly viewport: Viewport
  readonly cards: CardStates
  readonly menus: Menus
  readonly gestures: Gestures
  readonly mayEdit: boolean
}

const context = createContext<CanvasParts | null>(null)

export const CanvasProvider = context.Provider

export function useCanvas(): CanvasParts & { readonly editor: Editor } {
  const parts = useContext(context)
  const editor = useEditor()
  if (parts === null) throw new Error('this component must stand inside the canvas')
  return { ...parts, editor }
}

/** Draws the component again after every change of the map or its layout. */
export function useScene(scene: Scene): Scene {
  useSyncExternalStore(scene.subscribe, () => scene.version)
  return scene
}

export function useWindow(viewport: Viewport): Window {
  return useSyncExternalStore(viewport.subscribe, () => viewport.window)
}

export function useCardState(cards: CardStates, id: string): CardState {
  const subscribe = useCallback((listener: () => void) => cards.subscribe(id, listener), [cards, id])
  return useSyncExternalStore(subscribe, () => cards.get(id))
}
