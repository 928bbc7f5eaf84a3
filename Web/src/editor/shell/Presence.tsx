import type { MapDocument, Present } from '../../core/types'
import { Avatar } from '../../design/Avatar'
import { words } from '../../words/words'
import { useRevisionOf } from '../panels/fields/useObjects'
import { titleOf } from '../panels/cards/titles'
import { showObject } from '../panels/showing'
import { useEditor } from '../view/services'

const peopleOf = (document: MapDocument): readonly Present[] => document.people

/** How many stand side by side; the rest is counted. */
const mostShown = 4

/** Who else has the map open; a press goes to what they have in hand. */
export function Presence(): JSX.Element | null {
  const { document, view, services } = useEditor()
  const people = onePerPerson(useRevisionOf(peopleOf).filter(each => each.client !== services.client))
  if (people.length === 0) return null
  const rest = people.slice(mostShown)
  return (
    <ul className="presence" aria-label={words('presence.title', { count: people.length })}>
      {people.slice(0, mostShown).map(person => {
        const item = person.object === undefined ? undefined : document.get(person.object)
        const label = item === undefined
          ? person.name : words('presence.at', { name: person.name, object: titleOf(document, item) })
        return (
          <li key={person.client}>
            <button type="button" aria-label={label} title={label} disabled={item === undefined}
              onClick={() => { if (person.object !== undefined) showObject(document, view, person.object) }}>
              <Avatar name={person.name} seed={person.person} size={26} title="" />
            </button>
          </li>
        )
      })}
      {rest.length > 0 && <li className="presence-rest"
        title={rest.map(person => person.name).join(', ')}>+{rest.length}</li>}
    </ul>
  )
}

/** A person with several tabs is one person: the tab that has something in hand counts. */
export function onePerPerson(people: readonly Present[]): readonly Present[] {
  const chosen = new Map<string, Present>()
  for (const each of people) {
    const known = chosen.get(each.person)
    if (known === undefined || (known.object === undefined
      && each.object !== undefined)) chosen.set(each.person, each)
  }
  return [...chosen.values()]
}
