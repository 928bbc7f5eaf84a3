import { useRef, useState } from 'react'
import type { Item } from '../../../core/types'
import { Button, IconButton } from '../../../design/Button'
import { EmptyState } from '../../../design/EmptyState'
import { Icon } from '../../../design/Icon'
import { Menu } from '../../../design/Menu'
import { Popover } from '../../../design/Popover'
import { words } from '../../../words/words'
import { useView } from '../../view/hooks'
import type { ViewState } from '../../view/editorView'
import { useEditor } from '../../view/services'
import { addPersona, setPersonas } from '../changes/changes'
import { SearchList } from '../fields/SearchList'
import { Section } from '../fields/Section'
import { useList, useMap, useMayEdit } from '../fields/useObjects'
import { optionalText, textOf, textsOf } from '../values/reading'
import { NewPersona } from './NewPersona'
import { PersonaProfile } from './PersonaProfile'
import { Portrait } from './Portrait'

const overlaysOf = (state: ViewState): readonly string[] => state.personas

/** The colours of further personas' curves, in the order in which they were laid over; the canvas draws them so. */
const overlayHues = ['blue', 'amber', 'green', 'violet'] as const

const hueAt = (place: number): string => overlayHues[place % overlayHues.length] ?? 'blue'

/** Whose journey it is: the primary persona at length, the others to be laid over it. */
export function PersonaPanel(): JSX.Element {
  const { document } = useEditor()
  const isEditable = useMayEdit()
  const all = useList('persona')
  const map = useMap()
  const [isMaking, setMaking] = useState<string | null>(null)
  const chosen = textsOf(map, 'personas')
    .map(id => all.find(persona => persona.ref.id === id)).filter((each): each is Item => each !== undefined)
  const [primary, ...others] = chosen

  if (isMaking !== null) {
    return (
      <div className="panel-section">
        <NewPersona name={isMaking} isPrimary={primary === undefined} onCancel={() => setMaking(null)}
          onCreate={fields => { setMaking(null); addPersona(document, fields) }} />
      </div>
    )
  }
  const adder = isEditable && <AddPersona chosen={chosen} all={all} onMake={setMaking} />
  if (primary === undefined) {
    return (
      <EmptyState icon="person" title={words('persona.none')}
        action={adder || undefined}>{words('persona.noneText')}</EmptyState>
    )
  }
  return (
    <>
      <PersonaProfile persona={primary.ref} />
      <Section title={words('persona.others')} icon="people" count={others.length}>
        {others.length > 0 && <p className="panel-hint">{words('persona.overlayHint')}</p>}
        <ul className="persona-list">
          {others.map(persona => (
            <OtherPersona key={persona.ref.id} persona={persona} chosen={chosen.map(each => each.ref.id)} />
          ))}
        </ul>
        {adder}
      </Section>
    </>
  )
}

interface OtherPersonaProps {
  readonly persona: Item
  readonly chosen: readonly string[]
}

function OtherPersona({ persona, chosen }: OtherPersonaProps): JSX.Element {
  const { document, view } = useEditor()
  const overlays = useView(view, overlaysOf)
  const isEditable = useMayEdit()
  const [isOpen, setOpen] = useState(false)
  const more = useRef<HTMLButtonElement>(null)
  const id = persona.ref.id
  const name = textOf(persona, 'name')
  const place = overlays.filter(each => each !== chosen[0]).indexOf(id)
  const isShown = place >= 0
  return (
    <li>
      <Portrait persona={id} name="" picture={optionalText(persona, 'picture')} size={36} />
      <label className="persona-overlay">
        <span className="persona-name">{name}</span>
        <span className="persona-switch">
          <input type="checkbox" checked={isShown}
            onChange={() => view.update({ personas: isShown
              ? overlays.filter(each => each !== id) : [...overlays, id] })} />
          {isShown && <span className="legend-line" style={{ background: `var(--wm-${hueAt(place)})` }} aria-hidden="true" />}
          {words('persona.showCurve')}
        </span>
      </label>
      {isEditable && (
        <IconButton ref={more} icon="more" size="small" label={words('persona.more', { name })}
          aria-haspopup="menu"
          aria-expanded={isOpen} onClick={() => setOpen(!isOpen)} />
      )}
      {isOpen && more.current !== null && (
        <Menu anchor={more.current} label={words('persona.more', { name })} align="end"
          onClose={() => { setOpen(false); more.current?.focus() }}
          entries={[
            {
              title: words('persona.makePrimary'), icon: 'star',
              run: () => setPersonas(document, [id, ...chosen], words('change.primaryPersona', { name })),
            },
            {
              title: words('persona.takeOff'), icon: 'close',
              run: () => {
                setPersonas(document, chosen.filter(each => each !== id),
                  words('change.personaOff', { name }))
                view.update({ personas: overlays.filter(each => each !== id) })
              },
            },
          ]} />
      )}
    </li>
  )
}

interface AddPersonaProps {
  readonly chosen: readonly Item[]
  readonly all: readonly Item[]
  readonly onMake: (name: string) => void
}

function AddPersona({ chosen, all, onMake }: AddPersonaProps): JSX.Element {
  const { document } = useEditor()
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const known = all.filter(persona => !chosen.includes(persona))
  return (
    <div className="button-row">
      {known.length > 0 && (
        <Button ref={button} size="small" icon="add" aria-haspopup="dialog" aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}>
          {words('persona.add')}
        </Button>
      )}
      <Button size="small" kind={known.length === 0 ? 'primary' : 'quiet'} icon="person"
        onClick={() => onMake('')}>
        {words('persona.make')}
      </Button>
      {isOpen && button.current !== null && (
        <Popover anchor={button.current} label={words('persona.add')} className="picker-popover"
          onClose={() => { setOpen(false); button.current?.focus() }}>
          <SearchList label={words('persona.add')} onCreate={name => { setOpen(false); onMake(name) }}
            options={known.map(persona => ({ id: persona.ref.id, title: textOf(persona, 'name'),
              icon: 'person' as const }))}
            onChoose={id => {
              setOpen(false)
              const name = textOf(known.find(persona => persona.ref.id === id), 'name')
              setPersonas(document, [...chosen.map(persona => persona.ref.id), id],
                words('change.personaOn', { name }))
              button.current?.focus()
            }} />
        </Popover>
      )}
    </div>
  )
}

/** Names the curves that are drawn, in their colours; nothing while there is only one. */
export function CurveLegend(): JSX.Element | null {
  const { view } = useEditor()
  const overlays = useView(view, overlaysOf)
  const map = useMap()
  const all = useList('persona')
  const [primary] = textsOf(map, 'personas')
  const shown = overlays.filter(id => id !== primary).map((id, place) => ({ id, hue: hueAt(place) }))
  const nameOf = (id: string): string => textOf(all.find(persona => persona.ref.id === id), 'name')
  if (primary === undefined || shown.length === 0) return null
  return (
    <ul className="curve-legend" aria-label={words('persona.legend')}>
      <li><span className="legend-line" style={{ background: 'var(--wm-assumed)' }} /><Icon name="star" size={12} />{nameOf(primary)}</li>
      {shown.map(({ id, hue }) => (
        <li key={id}><span className="legend-line" style={{ background: `var(--wm-${hue})` }} />{nameOf(id)}</li>
      ))}
    </ul>
  )
}
