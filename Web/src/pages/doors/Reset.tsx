import { useState } from 'react'
import type { FormEvent } from 'react'
import { request } from '../../core/api/request'
import { Button } from '../../design/Button'
import { words } from '../../words/words'
import { Notice } from '../frame/Notice'
import { DeadLink } from './DeadLink'
import { DoorFrame } from './DoorFrame'
import { PasswordField } from './PasswordField'
import { passwordProblem } from './passwordStrength'
import { takeToken } from './token'
import { useDoor } from './useDoor'

/** A new password for somebody who has forgotten theirs, with a link made on the server. */
export function Reset(): JSX.Element {
  const [token] = useState(takeToken)
  const [password, setPassword] = useState('')
  const [isTried, setTried] = useState(false)
  const [isDead, setDead] = useState(token === '')
  const door = useDoor(() => setDead(true))
  const problem = passwordProblem(password)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (problem !== null) return
    void door.go(async () => {
      await request('/api/password/reset', { method: 'POST', body: { token: token, password } })
      window.location.assign('/')
    })
  }
  if (isDead) return <DeadLink kind="reset" command="waymark account DIR reset EMAIL" />
  return (
    <DoorFrame title={words('reset.title')} lead={words('reset.lead')}>
      <form className="stack" noValidate onSubmit={submit}>
        {door.problem !== null && <Notice tone="bad">{door.problem}</Notice>}
        <PasswordField label={words('reset.password')} value={password} onChange={setPassword}
          names={[]} isFocused
          autoComplete="new-password" {...(isTried && problem !== null
            ? { problem: words(`door.password.${problem}`) } : {})} />
        <Button kind="primary" type="submit" className="door-go" disabled={door.isBusy || door.wait > 0}>
          {door.wait > 0 ? words('door.wait', { count: door.wait })
            : words(door.isBusy ? 'door.busy' : 'reset.button')}
        </Button>
      </form>
    </DoorFrame>
  )
}
