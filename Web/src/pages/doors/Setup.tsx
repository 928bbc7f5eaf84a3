import { useState } from 'react'
import { api } from '../../core'
import { words } from '../../words/words'
import { Icon } from '../../design/Icon'
import { AccountForm } from './AccountForm'
import { DoorFrame } from './DoorFrame'
import { DeadLink } from './DeadLink'
import { takeToken } from './token'

/** The first start: the first owner's account, with the link that the server has printed. */
export function Setup(): JSX.Element {
  const [token] = useState(takeToken)
  const [isDead, setDead] = useState(token === '')
  if (isDead) return <DeadLink kind={token === '' ? 'setupNoLink' : 'setup'} command="waymark serve" />
  return (
    <DoorFrame title={words('setup.title')} lead={words('setup.lead')}
      foot={(
        <ul className="door-promises">
          <li><Icon name="check" />{words('setup.stays')}</li>
          <li><Icon name="check" />{words('setup.owner')}</li>
          <li><Icon name="check" />{words('setup.forgotten')}</li>
        </ul>
      )}>
      <AccountForm button={words('setup.button')} onDeadLink={() => setDead(true)}
        send={async fields => {
          await api.setUp({ token, ...fields })
          window.location.assign('/')
        }} />
    </DoorFrame>
  )
}
