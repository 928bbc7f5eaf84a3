import type { Item } from '../types'
import { containers, orderOf } from './kinds'
import { compareKeys } from './order-key'

interface List {
  readonly sorted: Item[]
  /**
   * What was handed out last; made anew after a change, so that whoever holds one may compare by identity.
   */
  snapshot?: readonly Item[]
}

const nothing: readonly Item[] = []

/** The shown objects in the order that everyone sees: by kind, and by what they lie in. */
export class ShownLists {
  private readonly lists = new Map<string, List>()

  /** All objects of a kind in a map (or outside maps: ''). */
  list(kind: string, map: string): readonly Item[] {
    return this.snapshot(`${map}/${kind}`)
  }

  /**
   * The objects of a kind that lie in one container: the cards of a cell (lane, step), the steps of a stage.
   */
  within(kind: string, map: string, ...container: readonly string[]): readonly Item[] {
    return this.snapshot(`${map}/${kind}/${container.join('/')}`)
  }

  add(item: Item): void {
    for (const name of namesOf(item)) {
      let list = this.lists.get(name)
      if (!list) this.lists.set(name, (list = { sorted: [] }))
      list.sorted.splice(placeOf(list.sorted, item), 0, item)
      delete list.snapshot
    }
  }

  remove(item: Item): void {
    for (const name of namesOf(item)) {
      const list = this.lists.get(name)
      const place = list ? placeOf(list.sorted, item) : 0
      if (!list || list.sorted[place]?.ref.id !== item.ref.id) continue
      list.sorted.splice(place, 1)
      delete list.snapshot
    }
  }

  /** The same object with other values, which may have moved. */
  replace(old: Item, item: Item): void {
    const [before, after] = [namesOf(old), namesOf(item)]
    if (orderOf(old) !== orderOf(item) || before.join() !== after.join()) {
      this.remove(old)
      this.add(item)
      return
    }
    for (const name of after) {
      const list = this.lists.get(name)
      if (!list) continue
      list.sorted[placeOf(list.sorted, item)] = item
      delete list.snapshot
    }
  }

  private snapshot(name: string): readonly Item[] {
    const list = this.lists.get(name)
    if (!list) return nothing
    return (list.snapshot ??= list.sorted.slice())
  }
}

function namesOf({ ref, values }: Item): readonly string[] {
  const kind = `${ref.map ?? ''}/${ref.kind}`
  const container = containers[ref.kind]
  return container ? [kind, `${kind}/${container.map((name) => String(values[name])).join('/')}`] : [kind]
}

/** Where an item is, or where it would go. */
function placeOf(sorted: readonly Item[], item: Item): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const other = sorted[middle]
    if (other && precedes(other, item)) low = middle + 1
    else high = middle
  }
  return low
}

function precedes(a: Item, b: Item): boolean {
  const order = compareKeys(orderOf(a), orderOf(b))
  return order === 0 ? compareKeys(a.ref.id, b.ref.id) < 0 : order < 0
}
