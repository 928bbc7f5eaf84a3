import { useRef, useState } from 'react'
import { api } from '../../core'
import type { Person, Role } from '../../core'
import { Avatar } from '../../design/Avatar'
import { Button, IconButton } from '../../design/Button'
import { Dialog } from '../../design/Dialog'
import { Menu } from '../../design/Menu'
import { words } from '../../words/words'
import { useDesk } from '../frame/Desk'
import { sentenceOf } from '../frame/sentences'
import { roles } from './roles'

interface MemberRowProps {
  readonly member: Person
  readonly isLastOwner: boolean
  readonly onChanged: () => void
}

type Question = { readonly kind: 'deactivate' } | { readonly kind: 'demote'; readonly role: Role }

/** One person; owners change what they may do. */
export function MemberRow({ member, isLastOwner, onChanged }: MemberRowProps): JSX.Element {
  const { person, isOwner, attempt, say, warn } = useDesk()
  const [question, setQuestion] = useState<Question | null>(null)
  const [isBusy, setBusy] = useState(false)
  const { id, name, role } = member
  const isMe = id === person.id
  const isActive = member.isActive !== false

  const change = async (body: { role?: Role; isActive?: boolean }, done: string): Promise<void> => {
    setQuestion(null)
    setBusy(true)
    try {
      await attempt(() => api.changePerson(id, body))
      say(done)
      // Without the rank of an owner this page is another one.
      if (isMe) window.location.reload()
      onChanged()
    } catch (problem) {
      warn(sentenceOf(problem))
    } finally {
      setBusy(false)
    }
  }
  const choose = (next: Role): void => {
    if (isMe && role === 'owner') setQuestion({ kind: 'demote', role: next })
    else void change({ role: next }, words('people.roleChanged', { name, role: words(`memberRole.${next}`) }))
  }
  return (
    <li className={isActive ? 'pe-row' : 'pe-row is-inactive'}>
      <span aria-hidden="true"><Avatar name={name} seed={id} size={40} title="" /></span>
      <div className="pe-who">
        <strong>{name}{isMe && <em className="wz-badge">{words('people.you')}</em>}</strong>
        <span>{[member.email ?? '', isActive ? '' : words('people.inactive')].filter(part =>
          part !== '').join(' · ')}</span>
      </div>
      {isOwner && isActive
        ? (
          <div className="pe-role">
            <select className="ds-input" aria-label={words('people.role', { name })} value={role}
              disabled={isLastOwner || isBusy}
              title={isLastOwner ? words('people.lastOwner') : undefined}
              onChange={event => { const next = roles.find(each => each === event.target.value);
                if (next !== undefined) choose(next) }}>
              {roles.map(each => <option key={each} value={each}>{words(`memberRole.${each}`)}</option>)}
            </select>
            {isLastOwner && <small>{words('people.lastOwner')}</small>}
          </div>
        )
        : <span className="pe-rank">{words(`memberRole.${role}`)}</span>}
      {isOwner && !isLastOwner && !isMe
        ? <More name={name} isActive={isActive} onDeactivate={() => setQuestion({ kind: 'deactivate' })}
            onActivate={() => void change({ isActive: true }, words('people.activated', { name }))} />
        : isOwner && <span className="pe-gap" />}
      {question?.kind === 'deactivate' && (
        <Confirmation title={words('people.deactivate.title', { name })}
          text={words('people.deactivate.text')}
          button={words('people.deactivate.short')} onClose={() => setQuestion(null)}
          onGo={() => void change({ isActive: false }, words('people.deactivated', { name }))} />
      )}
      {question?.kind === 'demote' && (
        <Confirmation title={words('people.demote.title')} button={words('people.demote.button')}
          onClose={() => setQuestion(null)}
          text={words('people.demote.text', { role: words(`memberRole.${question.role}`) })}
          onGo={() => void change({ role: question.role },
            words('people.roleChanged', { name, role: words(`memberRole.${question.role}`) }))} />
      )}
    </li>
  )
}

interface MoreProps {
  readonly name: string; readonly isActive: boolean; readonly onDeactivate: () => void;
    readonly onActivate: () => void
}

function More({ name, isActive, onDeactivate, onActivate }: MoreProps): JSX.Element {
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const label = words('people.more', { name })
  return (
    <>
      <IconButton ref={button} icon="more" label={label} aria-haspopup="menu" aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)} />
      {isOpen && button.current !== null && (
        <Menu anchor={button.current} label={label} align="end"
          onClose={() => { setOpen(false); button.current?.focus() }}
          entries={[isActive
            ? { title: words('people.deactivate.short'), icon: 'close', isDanger: true, run: onDeactivate }
            : { title: words('people.activate'), icon: 'check', run: onActivate }]} />
      )}
    </>
  )
}

interface ConfirmationProps {
  readonly title: string; readonly text: string; readonly button: string
  readonly onClose: () => void; readonly onGo: () => void
}

function Confirmation({ title, text, button, onClose, onGo }: ConfirmationProps): JSX.Element {
  return (
    <Dialog title={title} width="narrow" onClose={onClose}
      actions={(
        <>
          <Button autoFocus onClick={onClose}>{words('page.cancel')}</Button>
          <Button kind="danger" onClick={onGo}>{button}</Button>
        </>
      )}>
      <p>{text}</p>
    </Dialog>
  )
}
