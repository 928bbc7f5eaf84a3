import type { Anchor } from '../../design/Popover'
import type { Place } from '../view/place'

/** A menu that is open on something of the map. */
export interface OpenMenu {
  readonly place: Place
  readonly anchor: Anchor | Element
  /** Set: the menu lists the kinds of lanes that can be added at this position among the lanes shown. */
  readonly roles?: { readonly position: number }
}

/** Which menu is open: at most one. */
export class Menus {
  open: OpenMenu | null = null
  private readonly listeners = new Set<() => void>()

  subscribe = (listener: () => void): () => void => {
    this.listeners.add(listener)
    return () => {
      this.listeners.delete(listener)
    }
  }

  show(menu: OpenMenu | null): void {
    this.open = menu
    for (const listener of [...this.listeners]) listener()
  }
}
