import { useState } from 'react'
import type { FormEvent } from 'react'
import { api } from '../../core'
import { Button } from '../../design/Button'
import { Dialog } from '../../design/Dialog'
import { words } from '../../words/words'
import { PasswordField } from '../doors/PasswordField'
import { doorProblem } from '../doors/doorProblem'
import type { Me } from './Desk'
import { Notice } from './Notice'

interface SignInAgainProps {
  readonly person: Me
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** The session has ended while somebody worked: they sign in again in front of their work. */
export function SignInAgain({ person, onDone, onCancel }: SignInAgainProps): JSX.Element {
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (isBusy || password === '') return
    setBusy(true)
    try {
      await api.signIn({ email: person.email ?? '', password })
      onDone()
    } catch (failure) {
      setProblem(doorProblem(failure))
      setBusy(false)
    }
  }
  return (
    <Dialog title={words('again.title')} width="narrow" onClose={onCancel}>
      <form className="stack" noValidate onSubmit={event => void submit(event)}>
        <p>{words('again.text', { email: person.email ?? person.name })}</p>
        {problem !== null && <Notice tone="bad">{problem}</Notice>}
        <input type="email" autoComplete="username" value={person.email ?? ''} readOnly hidden />
        <PasswordField label={words('door.password')} value={password} onChange={setPassword} isFocused
          autoComplete="current-password" />
        <Button kind="primary" type="submit" disabled={isBusy
          || password === ''}>{words('door.signIn')}</Button>
      </form>
    </Dialog>
  )
}
