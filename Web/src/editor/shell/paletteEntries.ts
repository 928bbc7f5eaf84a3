import { keyOf } from '../../core/types'
import type { Kind, MapDocument, Ref } from '../../core/types'
import type { IconName } from '../../design/icons'
import { words } from '../../words/words'
import { iconOfRole } from '../canvas/roles'
import type { Command } from '../commands/registry'
import { cardTitle, columnTitle } from '../panels/cards/titles'
import { linksOf } from '../panels/cards/links'
import type { Hit } from '../panels/services/panelServices'
import { textOf } from '../panels/values/reading'
import { ranked } from './fuzzy'

interface EntryLook {
  /** Unique among all entries. */
  readonly id: string
  readonly title: string
  readonly icon: IconName
  /** What stands beside the title; \u0002…\u0003 marks what was found. */
  readonly note: string
  /** Places in the title that matched. */
  readonly places: readonly number[]
}

export type PaletteEntry =
  | EntryLook & { readonly kind: 'command'; readonly command: Command }
  /** Something to go to: on this map, or at an address. */
  | EntryLook & { readonly kind: 'thing'; readonly object: Ref | null; readonly address: string | null }

export interface PaletteGroup { readonly title: string; readonly entries: readonly PaletteEntry[] }

interface PaletteQuestion {
  readonly query: string
  readonly document: MapDocument
  /** Those that can be run now. */
  readonly commands: readonly Command[]
  readonly recent: readonly string[]
  readonly hits: readonly Hit[]
}

const mostOnMap = 8
const mostElsewhere = 12

/** What the palette shows for a query: without one the commands, the recent ones first. */
export function paletteGroups({ query, document, commands, recent,
  hits }: PaletteQuestion): readonly PaletteGroup[] {
  const offered = commands.filter(command => command.isQuiet !== true)
  const asked = query.trim()
  if (asked === '') {
    const used = recent.map(id => offered.find(command =>
      command.id === id)).filter((each): each is Command => each !== undefined)
    return filled([
      { title: words('palette.recent'), entries: used.map(command => commandEntry(command, [])) },
      {
        title: words('palette.commands'),
        entries: offered.filter(command => !used.includes(command)).map(command => commandEntry(command, [])),
      },
    ])
  }
  const matches = ranked(asked, offered, command => ({
    title: command.title, ...(command.alias === undefined ? {} : { alias: command.alias }),
  }))
  const onMap = thingsOnMap(document, asked)
  const known = new Set(onMap.entries.map(entry => entry.id))
  const fitting = { title: words('palette.commands'),
    entries: matches.map(match => commandEntry(match.thing, match.places)) }
  const things = { title: words('palette.onMap'), entries: onMap.entries }
  // Whichever fits better comes first: one who types a card's name does not want a command of faint likeness.
  return filled([
    ...(onMap.score > (matches[0]?.score ?? 0) ? [things, fitting] : [fitting, things]),
    { title: words('palette.elsewhere'),
      entries: hits.map(hit => hitEntry(hit, document.map)).filter(entry => !known.has(entry.id)).slice(0,
        mostElsewhere) },
  ])
}

const filled = (groups: readonly PaletteGroup[]): readonly PaletteGroup[] =>
  groups.filter(group => group.entries.length > 0)

const groupIcons: Readonly<Record<Command['group'], IconName>> = {
  edit: 'edit', cards: 'text', stages: 'story', lanes: 'filter', flows: 'redo', view: 'eye', go: 'arrowRight',
  map: 'share', help: 'help',
}

const commandEntry = (command: Command, places: readonly number[]): PaletteEntry => ({
  kind: 'command', command, id: `command/${command.id}`, title: command.title, icon: groupIcons[command.group], note: '', places,
})

/** The stages, cards and personas of the open map: found at once, also without a connection. */
function thingsOnMap(document: MapDocument,
  query: string): { readonly entries: readonly PaletteEntry[]; readonly score: number } {
  const links = linksOf(document)
  const things = [
    ...document.list('stage').map(item => ({ ref: item.ref, title: textOf(item, 'name'),
      icon: 'story' as IconName, note: '' })),
    ...document.list('persona').map(item => ({ ref: item.ref, title: textOf(item, 'name'),
      icon: 'person' as IconName, note: '' })),
    ...document.list('card').map(item => ({
      ref: item.ref, title: cardTitle(document, item), icon: iconOfRole(links.roleOf(item)),
      note: columnTitle(document, textOf(item, 'step')),
    })),
  ]
  const found = ranked(query, things, thing => ({ title: thing.title })).slice(0, mostOnMap)
  const entries = found.map(({ thing, places }): PaletteEntry => ({
    kind: 'thing', id: keyOf(thing.ref), object: thing.ref, address: null, title: thing.title,
    icon: thing.icon, note: thing.note, places,
  }))
  return { entries, score: found[0]?.score ?? 0 }
}

const kindIcons: Partial<Readonly<Record<string, IconName>>> = {
  map: 'filter', persona: 'person', touchpoint: 'touchpoint', stage: 'story', card: 'text',
  evidence: 'comment',
}

function hitEntry(hit: Hit, map: string): PaletteEntry {
  const object: Ref = { kind: hit.kind as Kind, id: hit.id, ...(hit.map === null ? {} : { map: hit.map }) }
  const isHere = hit.map === map || (hit.kind === 'map' && hit.id === map)
  return {
    kind: 'thing', id: keyOf(object), object: isHere || hit.kind === 'persona' ? object : null,
    address: isHere ? null : addressOf(hit), title: hit.title, icon: kindIcons[hit.kind] ?? 'custom',
    note: hit.snippet, places: [],
  }
}

/** Where something lies that is not on the open map. */
function addressOf(hit: Hit): string {
  if (hit.kind === 'map') return `/maps/${encodeURIComponent(hit.id)}/edit`
  if (hit.map !== null) return `/maps/${encodeURIComponent(hit.map)}/edit#${hit.kind}/${encodeURIComponent(hit.id)}`
  return '/library'
}
