import { between } from '../../../core/model/order-key'
import type { Item } from '../../../core/types'
import { textOf } from '../values/reading'

/** The order key that comes after all of a list. */
export function orderAfter(items: readonly Item[]): string {
  const last = items[items.length - 1]
  const key = between(last === undefined ? null : textOf(last, 'order'), null)
  if (key === null) throw new Error('there is always room after the last key')
  return key
}
