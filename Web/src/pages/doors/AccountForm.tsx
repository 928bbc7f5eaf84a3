import { useRef, useState } from 'react'
import type { FormEvent } from 'react'
import { Button } from '../../design/Button'
import { Field } from '../../design/Field'
import { words } from '../../words/words'
import { Notice } from '../frame/Notice'
import { accountProblems } from './validation'
import type { AccountFields, AccountProblems } from './validation'
import { PasswordField } from './PasswordField'
import { useDoor } from './useDoor'

interface AccountFormProps {
  readonly button: string
  readonly send: (fields: AccountFields) => Promise<void>
  /** What the page becomes if the link does not open anything any more. */
  readonly onDeadLink: () => void
}

/** Name, e-mail address and password of a new account. */
export function AccountForm({ button, send, onDeadLink }: AccountFormProps): JSX.Element {
  const [fields, setFields] = useState<AccountFields>({ name: '', email: '', password: '' })
  const [problems, setProblems] = useState<AccountProblems>({})
  const form = useRef<HTMLFormElement>(null)
  const door = useDoor(onDeadLink)
  const change = (part: Partial<AccountFields>): void => {
    const next = { ...fields, ...part }
    setFields(next)
    // What was wrong is looked at again at once; what was not tried yet is left in peace.
    const now = accountProblems(next)
    setProblems(before => Object.fromEntries(Object.entries(before).filter(([name]) => name in now)))
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const found = accountProblems(fields)
    setProblems(found)
    const first = Object.keys(found)[0]
    if (first !== undefined) {
      form.current?.querySelector<HTMLElement>(`[data-name="${first}"] input`)?.focus()
      return
    }
    void door.go(() => send({ ...fields, name: fields.name.trim(), email: fields.email.trim() }))
  }
  const problemOf = (name: keyof AccountFields): { problem?: string } => {
    const key = problems[name]
    return key === undefined ? {} : { problem: words(key) }
  }
  return (
    <form ref={form} className="stack" noValidate onSubmit={submit}>
      {door.problem !== null && <Notice tone="bad">{door.problem}</Notice>}
      <div data-name="name">
        <Field label={words('door.name')} {...problemOf('name')}>
          {parts => (
            <input {...parts} className="ds-input" autoComplete="name" autoFocus required value={fields.name}
              onChange={event => change({ name: event.target.value })} />
          )}
        </Field>
      </div>
      <div data-name="email">
        <Field label={words('door.email')} {...problemOf('email')}>
          {parts => (
            <input {...parts} className="ds-input" type="email" autoComplete="username"
              inputMode="email" required
              spellCheck={false} value={fields.email}
                onChange={event => change({ email: event.target.value })} />
          )}
        </Field>
      </div>
      <div data-name="password">
        <PasswordField label={words('door.password')} value={fields.password} autoComplete="new-password"
          names={[fields.email, fields.name]} onChange={password =>
            change({ password })} {...problemOf('password')} />
      </div>
      <Button kind="primary" type="submit" className="door-go" disabled={door.isBusy || door.wait > 0}>
        {door.wait > 0 ? words('door.wait', { count: door.wait }) : door.isBusy ? words('door.busy') : button}
      </Button>
    </form>
  )
}
