import { useEffect, useRef, useState } from 'react'
import { IconButton } from '../../design/Button'
import { Field } from '../../design/Field'
import { words } from '../../words/words'
import { passwordProblem, passwordStrength } from './passwordStrength'

interface PasswordFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly autoComplete: 'current-password' | 'new-password'
  /** For a new password: what it must not be. Turns the guidance on. */
  readonly names?: readonly string[]
  readonly problem?: string
  readonly isFocused?: boolean
}

/** A password that can be shown; a new one is accompanied while it is typed. */
export function PasswordField({
  label, value, onChange, autoComplete, names, problem, isFocused = false,
}: PasswordFieldProps): JSX.Element {
  const [isShown, setShown] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => { if (isFocused) input.current?.focus() }, [isFocused])
  return (
    <Field label={label} {...(problem === undefined ? {} : { problem })}
      {...(names === undefined ? {} : { hint: words('door.passwordHint') })}>
      {parts => (
        <>
          <div className="wp-password">
            <input {...parts} ref={input} className="ds-input" type={isShown ? 'text' : 'password'}
              value={value}
              autoComplete={autoComplete} autoCapitalize="none" spellCheck={false} required
              onChange={event => onChange(event.target.value)} />
            <IconButton icon={isShown ? 'eyeOff' : 'eye'} aria-pressed={isShown}
              onClick={() => setShown(!isShown)}
              label={words(isShown ? 'door.hidePassword' : 'door.showPassword')} />
          </div>
          {names !== undefined && value !== '' && <Strength password={value} names={names} />}
        </>
      )}
    </Field>
  )
}

/** Four bars and a word; what is still missing is said, not only coloured. */
function Strength({ password, names }: { readonly password: string;
  readonly names: readonly string[] }): JSX.Element {
  const strength = passwordStrength(password, names)
  const problem = passwordProblem(password, names)
  const missing = 10 - [...password].length
  const text = problem === null ? words(`door.strength.${strength === 0 ? 1 : strength}`)
    : problem === 'short' ? words('door.passwordMore', { count: missing }) : words(`door.password.${problem}`)
  return (
    <div className={`wp-strength is-${strength}`}>
      <span aria-hidden="true">{[1, 2, 3, 4].map(bar => <i key={bar}
        className={bar <= strength ? 'is-on' : ''} />)}</span>
      <p role="status">{text}</p>
    </div>
  )
}
