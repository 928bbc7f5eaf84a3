import { useState } from 'react'
import type { FormEvent } from 'react'
import { api } from '../../core'
import { Button } from '../../design/Button'
import { words } from '../../words/words'
import { PasswordField } from '../doors/PasswordField'
import { passwordProblem } from '../doors/passwordStrength'
import { useDoor } from '../doors/useDoor'
import { useDesk } from '../frame/Desk'
import { Notice } from '../frame/Notice'

/** A new password against the present one. */
export function PasswordSection(): JSX.Element {
  const { person, attempt, say } = useDesk()
  const [current, setCurrent] = useState('')
  const [fresh, setFresh] = useState('')
  const [isTried, setTried] = useState(false)
  const door = useDoor()
  const names = [person.email ?? '', person.name]
  const problem = fresh !== '' && fresh === current ? words('account.samePassword')
    : (key => (key === null ? undefined : words(`door.password.${key}`)))(passwordProblem(fresh, names))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (current === '' || problem !== undefined) return
    void door.go(async () => {
      await attempt(() => api.changePassword({ current, new: fresh }))
      setCurrent('')
      setFresh('')
      setTried(false)
      say(words('account.changed'))
    })
  }
  return (
    <section className="wp-card ac-section" aria-labelledby="password-title">
      <h2 id="password-title">{words('account.password')}</h2>
      <p className="soft">{words('account.passwordText')}</p>
      <form className="stack" noValidate onSubmit={submit}>
        {door.problem !== null && <Notice tone="bad">{door.problem}</Notice>}
        <input type="email" autoComplete="username" value={person.email ?? ''} readOnly hidden />
        <PasswordField label={words('account.current')} value={current} onChange={setCurrent}
          autoComplete="current-password" />
        <PasswordField label={words('account.new')} value={fresh} onChange={setFresh}
          autoComplete="new-password" names={names}
          {...(isTried && problem !== undefined ? { problem } : {})} />
        <div>
          <Button kind="primary" type="submit" disabled={door.isBusy || door.wait > 0 || current === ''
            || fresh === ''}>
            {door.wait > 0 ? words('door.wait', { count: door.wait }) : words('account.change')}
          </Button>
        </div>
      </form>
    </section>
  )
}
