import { useState } from 'react'
import type { FormEvent } from 'react'
import { api } from '../../core'
import { Button } from '../../design/Button'
import { Field } from '../../design/Field'
import { words } from '../../words/words'
import { Notice } from '../frame/Notice'
import { DoorFrame } from './DoorFrame'
import { localPath } from './localPath'
import { PasswordField } from './PasswordField'
import { useDoor } from './useDoor'

/** @param next where to go on afterwards, as the server or the address says. */
export function SignIn({ next }: { readonly next: string | undefined }): JSX.Element {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const door = useDoor()
  const target = localPath(next ?? new URLSearchParams(window.location.search).get('next'))
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    if (email.trim() === '' || password === '') {
      const empty = email.trim() === '' ? 'email' : 'password'
      event.currentTarget.querySelector<HTMLElement>(`[data-name="${empty}"] input`)?.focus()
      return
    }
    void door.go(async () => {
      await api.signIn({ email: email.trim(), password })
      window.location.assign(target)
    })
  }
  return (
    <DoorFrame title={words('signIn.title')} lead={target === '/' ? words('signIn.lead')
      : words('signIn.leadNext')}
      foot={(
        <details>
          <summary>{words('signIn.forgot')}</summary>
          <p>{words('signIn.forgotText')}</p>
          <pre className="door-command"><code>waymark account DIR reset EMAIL</code></pre>
        </details>
      )}>
      <form className="stack" noValidate onSubmit={submit}>
        {door.problem !== null && <Notice tone="bad">{door.problem}</Notice>}
        <div data-name="email">
          <Field label={words('door.email')}>
            {parts => (
              <input {...parts} className="ds-input" type="email" autoComplete="username" inputMode="email" autoFocus
                required spellCheck={false} value={email} onChange={event => setEmail(event.target.value)} />
            )}
          </Field>
        </div>
        <div data-name="password">
          <PasswordField label={words('door.password')} value={password} onChange={setPassword}
            autoComplete="current-password" />
        </div>
        <Button kind="primary" type="submit" className="door-go"
          disabled={door.isBusy || door.wait > 0}>
          {door.wait > 0 ? words('door.wait', { count: door.wait })
            : words(door.isBusy ? 'door.busy' : 'door.signIn')}
        </Button>
      </form>
    </DoorFrame>
  )
}
