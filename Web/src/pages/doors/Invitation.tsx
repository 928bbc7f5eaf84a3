import { useEffect, useState } from 'react'
import { api } from '../../core'
import type { Role } from '../../core'
import { request } from '../../core/api/request'
import { Icon } from '../../design/Icon'
import { words } from '../../words/words'
import { AccountForm } from './AccountForm'
import { DeadLink } from './DeadLink'
import { DoorFrame } from './DoorFrame'
import { isDeadInvitation } from './doorProblem'
import { takeToken } from './token'

/** What an invitation tells to whom holds it. */
interface InvitationWords { readonly role: Role; readonly by: string; readonly workspace: string }

/** Joining a workspace with a link that an owner has made. */
export function Invitation(): JSX.Element {
  const [token] = useState(takeToken)
  const [isDead, setDead] = useState(token === '')
  const [told, setTold] = useState<InvitationWords | null>(null)
  const [role, setRole] = useState<Role | null>(null)
  useEffect(() => {
    if (token === '') return
    request<InvitationWords>('/api/invitations/look', { method: 'POST', body: { token } })
      .then(setTold)
      // Without an answer the form says less; whether the link is good shows when it is sent.
      .catch((problem: unknown) => { if (isDeadInvitation(problem)) setDead(true) })
  }, [token])
  if (isDead) return <DeadLink kind="invitation" />
  if (role !== null) {
    return (
      <DoorFrame title={words('invitation.done')} lead={words(`memberRole.${role}.can`)} takesFocus>
        <p><a className="button primary door-go" href="/">{words('invitation.go')}</a></p>
      </DoorFrame>
    )
  }
  return (
    <DoorFrame title={told === null ? words('invitation.title')
      : words('invitation.titleOf', { workspace: told.workspace })}
      lead={told === null ? words('invitation.lead') : words('invitation.leadBy', { name: told.by })}
      foot={<p className="soft small">{words('invitation.private')}</p>}>
      {told !== null && (
        <div className="door-role"><Icon name="person" size={18} />
          <div><strong>{words(`memberRole.${told.role}`)}</strong><span>{words(`memberRole.${told.role}.can`)}</span></div>
        </div>
      )}
      <AccountForm button={words('invitation.button')} onDeadLink={() => setDead(true)}
        send={async fields => {
          const { person } = await api.acceptInvitation({ token, ...fields })
          setRole(person.role)
        }} />
    </DoorFrame>
  )
}
