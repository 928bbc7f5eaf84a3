import { useState } from 'react'
import type { FormEvent } from 'react'
import { load, save } from '../../app/storage'
import { api } from '../../core'
import { Avatar } from '../../design/Avatar'
import { Button } from '../../design/Button'
import { Field } from '../../design/Field'
import { Segmented } from '../../design/Segmented'
import { tourSetting } from '../../editor/shell/tourSteps'
import { words } from '../../words/words'
import { useDesk } from '../frame/Desk'
import { PageHead } from '../frame/PageHead'
import { sentenceOf } from '../frame/sentences'
import { saveSettings } from '../frame/settings'
import { PasswordSection } from './PasswordSection'
import { SessionsSection } from './SessionsSection'
import { showTheme, themes } from './themes'

/** One's own name, colours, password, and where one is signed in. */
export function AccountPage(): JSX.Element {
  const { attempt, warn } = useDesk()
  const signOut = async (): Promise<void> => {
    try {
      await attempt(() => api.signOut())
      window.location.assign('/sign-in')
    } catch (problem) {
      warn(sentenceOf(problem))
    }
  }
  return (
    <div className="wp-page is-narrow">
      <PageHead title={words('account.title')}><Button onClick={() =>
        void signOut()}>{words('account.signOut')}</Button></PageHead>
      <Profile />
      <Appearance />
      <PasswordSection />
      <SessionsSection />
    </div>
  )
}

function Profile(): JSX.Element {
  const { person, attempt, say, warn } = useDesk()
  const [name, setName] = useState(person.name)
  const [stored, setStored] = useState(person.name)
  const [isBusy, setBusy] = useState(false)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const wanted = name.trim()
    if (wanted === '' || wanted === stored || isBusy) return
    setBusy(true)
    try {
      await attempt(() => api.changeMe({ name: wanted }))
      setStored(wanted)
      setName(wanted)
      say(words('account.nameSaved'))
    } catch (problem) {
      warn(sentenceOf(problem))
    }
    setBusy(false)
  }
  return (
    <section className="wp-card ac-section" aria-labelledby="profile-title">
      <h2 id="profile-title">{words('account.profile')}</h2>
      <div className="ac-profile">
        <span aria-hidden="true"><Avatar name={name.trim() === '' ? stored : name} seed={person.id} size={64}
          title="" /></span>
        <form className="stack" noValidate onSubmit={event => void submit(event)}>
          <Field label={words('account.name')} {...(name.trim() === ''
            ? { problem: words('door.nameMissing') } : {})}>
            {parts => (
              <input {...parts} className="ds-input" autoComplete="name" maxLength={100} value={name}
                onChange={event => setName(event.target.value)} />
            )}
          </Field>
          <Field label={words('account.email')} hint={words('account.emailHint')}>
            {parts => <input {...parts} className="ds-input" type="email"
              readOnly value={person.email ?? ''} />}
          </Field>
          <p><span className="ds-label">{words('account.role')}</span><br />
            <strong>{words(`memberRole.${person.role}`)}</strong>. {words(`memberRole.${person.role}.can`)}
          </p>
          <div>
            <Button kind="primary" type="submit" disabled={isBusy || name.trim() === ''
              || name.trim() === stored}>
              {words('account.saveName')}
            </Button>
          </div>
        </form>
      </div>
    </section>
  )
}

function Appearance(): JSX.Element {
  const { attempt, say, warn } = useDesk()
  const [theme, setTheme] = useState(() => load().theme)
  const showTour = async (): Promise<void> => {
    try {
      await attempt(() => saveSettings({ [tourSetting]: false }))
      say(words('account.tourSet'))
    } catch (problem) {
      warn(sentenceOf(problem))
    }
  }
  return (
    <section className="wp-card ac-section" aria-labelledby="appearance-title">
      <h2 id="appearance-title">{words('account.appearance')}</h2>
      <Segmented label={words('account.theme')} value={theme}
        choices={themes.map(name => ({ name, title: words(`account.theme.${name}`) }))}
        onChoose={chosen => {
          setTheme(chosen)
          save({ ...load(), theme: chosen })
          showTheme(chosen)
        }} />
      <div className="ac-line">
        <div><strong>{words('account.tour')}</strong><p className="soft small">{words('account.tourText')}</p></div>
        <Button onClick={() => void showTour()}>{words('account.tourAgain')}</Button>
      </div>
    </section>
  )
}
