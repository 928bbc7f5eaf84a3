import type { MapDocument } from '../../core/types'
import type { IconName } from '../../design/icons'
import { textOf, textOrNull } from './objects'

/** A touchpoint as a card shows it. */
export interface TouchpointLook {
  readonly name: string
  readonly channel: string
  readonly icon: IconName
  /** Inner touchpoints are the company's own; all others are outer. */
  readonly isInner: boolean
  readonly ownership: 'own' | 'paid' | 'third-party'
}

export interface PersonaLook {
  readonly id: string
  readonly name: string
}

/** What the cards of a map need from the workspace. */
export interface Library {
  readonly touchpoints: ReadonlyMap<string, TouchpointLook>
  /** The map's personas, the primary one first. */
  readonly personas: readonly PersonaLook[]
}

const iconWords: readonly (readonly [RegExp, IconName])[] = [
  [/mail|newsletter|пошт|почт|poczt/i, 'mail'],
  [/phone|call|телефон/i, 'phone'],
  [/\bapp\b|mobile|застосун|прилож|aplikacj/i, 'mobile'],
  [/site|web|online|search|сайт|пошук|поиск|stron/i, 'site'],
  [/shop|store|retail|магазин|крамниц|sklep/i, 'shop'],
  [/social|forum|review|messenger|chat|соц|форум|чат|społeczn/i, 'comment'],
  [/friend|mouth|referral|друз|знайом|znajom/i, 'people'],
]

/** A sign for a channel, guessed from its name; channels have no sign of their own. */
export const iconOfChannel = (name: string): IconName =>
  iconWords.find(([pattern]) => pattern.test(name))?.[1] ?? 'channel'

export function readLibrary(document: MapDocument): Library {
  const channels = new Map(document.list('channel').map((item) => [item.ref.id, textOf(item.values['name'])]))
  const touchpoints = new Map<string, TouchpointLook>()
  for (const { ref, values } of document.list('touchpoint')) {
    const channel = channels.get(textOf(values['channel'])) ?? ''
    const ownership = values['ownership'] === 'paid' || values['ownership'] === 'third-party'
      ? values['ownership']
      : 'own'
    const icon = channel === '' ? 'touchpoint' : iconOfChannel(channel)
    touchpoints.set(ref.id, {
      name: textOf(values['name']),
      channel,
      icon,
      isInner: ownership === 'own',
      ownership,
    })
  }
  const names = new Map(document.list('persona').map((item) => [item.ref.id, textOf(item.values['name'])]))
  const chosen = document.get({ kind: 'map', id: document.map })?.values['personas']
  const personas = (Array.isArray(chosen) ? chosen : []).flatMap((id) => {
    const key = textOrNull(id)
    const name = key === null ? undefined : names.get(key)
    return key === null || name === undefined ? [] : [{ id: key, name }]
  })
  return { touchpoints, personas }
}
