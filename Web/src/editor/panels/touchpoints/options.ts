import type { MapDocument } from '../../../core/types'
import { iconOfChannel } from '../../canvas/library'
import type { ListOption } from '../fields/SearchList'
import { textOf } from '../values/reading'

/** The touchpoints of the shared library, as choices. */
export function touchpointOptions(document: MapDocument): readonly ListOption[] {
  const channels = new Map(document.list('channel').map(channel => [channel.ref.id, textOf(channel, 'name')]))
  return document.list('touchpoint').map(touchpoint => {
    const channel = channels.get(textOf(touchpoint, 'channel'))
    return {
      id: touchpoint.ref.id, title: textOf(touchpoint, 'name'),
      ...(channel === undefined
        ? { icon: 'touchpoint' as const } : { note: channel, icon: iconOfChannel(channel) }),
    }
  })
}
