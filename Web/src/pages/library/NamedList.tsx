import { useMemo, useRef, useState } from 'react'
import type { FormEvent } from 'react'
import { textOf } from '../../core'
import type { Item } from '../../core'
import { Button, IconButton } from '../../design/Button'
import { EmptyState } from '../../design/EmptyState'
import { Field } from '../../design/Field'
import { Icon } from '../../design/Icon'
import type { IconName } from '../../design/icons'
import { Menu } from '../../design/Menu'
import { iconOfChannel } from '../../editor/canvas/library'
import { words } from '../../words/words'
import { DeleteDialog } from './DeleteDialog'
import type { NamedKind } from './entries'
import { plainName } from './filters'
import { LeavingField } from './LeavingField'
import { MergeDialog } from './MergeDialog'
import { countReferences, referencesTo } from './references'
import { addEntry, everything, rename, useItems, useLibrary } from './useLibrary'

const signs: Readonly<Record<NamedKind, IconName>> = {
  channel: 'channel', department: 'department', product: 'shop', audience: 'people',
}

/** A part of the library whose entries are names: channels, departments, products, audiences. */
export function NamedList({ kind }: { readonly kind: NamedKind }): JSX.Element {
  const library = useLibrary()
  const items = useItems(kind)
  const [name, setName] = useState('')
  const [open, setOpen] = useState<{ readonly id: string; readonly dialog: 'merge' | 'delete' } | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const twin = items.find(item => name.trim() !== '' && plainName(textOf(item, 'name')) === plainName(name))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (name.trim() === '' || twin !== undefined) return
    addEntry(library, kind, name)
    setName('')
    input.current?.focus()
  }
  const close = (): void => setOpen(null)
  return (
    <div className="lb-named">
      {library.mayEdit && (
        <form className="lb-add" noValidate onSubmit={submit}>
          <Field label={words(`library.add.${kind}`)}
            {...(twin === undefined ? {} : { problem: words('library.add.exists',
              { name: textOf(twin, 'name') }) })}>
            {parts => (
              <input {...parts} ref={input} className="ds-input" maxLength={200} value={name}
                onChange={event => setName(event.target.value)} />
            )}
          </Field>
          <Button kind="primary" icon="add" type="submit"
            disabled={name.trim() === '' || twin !== undefined}>{words('library.add')}</Button>
        </form>
      )}
      {items.length === 0
        ? <div className="wp-card"><EmptyState level={2} icon={signs[kind]}
          title={words(`library.empty.${kind}`)}>{words(`library.empty.${kind}.text`)}</EmptyState></div>
        : (
          <ul className="lb-rows">
            {items.map(item => <NamedRow key={item.ref.id} kind={kind} item={item}
              onOpen={dialog => setOpen({ id: item.ref.id, dialog })} />)}
          </ul>
        )}
      {open?.dialog === 'merge' && <MergeDialog kind={kind} id={open.id} onClose={close} onDone={close} />}
      {open?.dialog === 'delete' && <DeleteDialog kind={kind} id={open.id} onClose={close} onDone={close} />}
    </div>
  )
}

interface NamedRowProps {
  readonly kind: NamedKind
  readonly item: Item
  readonly onOpen: (dialog: 'merge' | 'delete') => void
}

function NamedRow({ kind, item, onOpen }: NamedRowProps): JSX.Element {
  const library = useLibrary()
  const { mayEdit } = library
  const name = textOf(item, 'name')
  const [isMenuOpen, setMenuOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const closeMenu = (): void => { setMenuOpen(false); button.current?.focus() }
  const touchpoints = useItems('touchpoint')
  const maps = useItems('map')
  const personas = useItems('persona')
  const use = useMemo(() => {
    const { kinds } = countReferences(referencesTo({ kind, id: item.ref.id }, everything(library)))
    return kinds.flatMap(([each, count]) => each === 'touchpoint'
      ? [words('library.use.touchpoints', { count })]
      : each === 'map' ? [words('library.use.maps', { count })] : each === 'persona'
        ? [words('library.use.personas', { count })] : [])
  }, [kind, item.ref.id, library, touchpoints, maps, personas])
  return (
    <li>
      <span className="lb-sign"><Icon name={kind === 'channel' ? iconOfChannel(name) : signs[kind]} /></span>
      {mayEdit
        ? <LeavingField label={words('library.rename', { name })} isLabelHidden value={name}
          onCommit={text => rename(library, item.ref, text)} />
        : <span className="lb-row-name">{name}</span>}
      <span className="lb-row-use">{use.length === 0 ? words('library.use.none') : use.join(' · ')}</span>
      {mayEdit && (
        <IconButton ref={button} icon="more" label={words('library.more', { name })} aria-haspopup="menu"
          aria-expanded={isMenuOpen}
          onClick={() => setMenuOpen(!isMenuOpen)} />
      )}
      {isMenuOpen && button.current !== null && (
        <Menu anchor={button.current} label={words('library.more', { name })} align="end" onClose={closeMenu}
          entries={[
            { title: words('library.merge'), icon: 'merge', run: () => onOpen('merge') },
            { title: words('library.delete'), icon: 'trash', isDanger: true, run: () => onOpen('delete') },
          ]} />
      )}
    </li>
  )
}
