import { useState } from 'react'
import type { FormEvent } from 'react'
import { api } from '../../core'
import type { Invitation, Role } from '../../core'
import { Button } from '../../design/Button'
import { CopyField } from '../../design/CopyField'
import { Dialog } from '../../design/Dialog'
import { Field } from '../../design/Field'
import { words } from '../../words/words'
import { useDesk } from '../frame/Desk'
import { relative } from '../frame/moments'
import { Notice } from '../frame/Notice'
import { sentenceOf } from '../frame/sentences'
import { RadioCards } from '../wizard/RadioCards'
import { roles } from './roles'

interface InviteDialogProps {
  readonly onClose: () => void
  readonly onMade: () => void
}

/** A link for somebody new: what they may do, whom it is for, and then the link itself, shown once. */
export function InviteDialog({ onClose, onMade }: InviteDialogProps): JSX.Element {
  const { attempt } = useDesk()
  const [role, setRole] = useState<Role>('editor')
  const [note, setNote] = useState('')
  const [made, setMade] = useState<Invitation | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (isBusy) return
    setBusy(true)
    setProblem(null)
    try {
      setMade(await attempt(() => api.invite({ role, note: note.trim() })))
      onMade()
    } catch (failure) {
      setProblem(sentenceOf(failure))
    }
    setBusy(false)
  }
  if (made?.link !== undefined) {
    return (
      <Dialog title={words('people.invite.ready')} onClose={onClose}
        actions={(
          <>
            <Button onClick={() => { setMade(null); setNote('') }}>{words('people.invite.another')}</Button>
            <Button kind="primary" onClick={onClose}>{words('people.done')}</Button>
          </>
        )}>
        <div className="stack">
          <p>{words('people.invite.readyText', { until: relative(made.expiresAt) })}</p>
          <CopyField label={words('people.invite.link')}
            text={new URL(made.link, window.location.origin).href} isFocused />
        </div>
      </Dialog>
    )
  }
  return (
    <Dialog title={words('people.invite.title')} onClose={onClose}>
      <form className="stack" noValidate onSubmit={event => void submit(event)}>
        {problem !== null && <Notice tone="bad">{problem}</Notice>}
        <RadioCards label={words('people.invite.role')} value={role} onChoose={setRole}
          cards={[...roles].reverse().map(each => ({ name: each, title: words(`memberRole.${each}`),
            text: words(`memberRole.${each}.can`) }))} />
        <Field label={`${words('people.invite.note')} (${words('page.optional')})`}
          hint={words('people.invite.noteHint')}>
          {parts => (
            <input {...parts} className="ds-input" maxLength={200} value={note}
              placeholder={words('people.invite.noteExample')}
              onChange={event => setNote(event.target.value)} />
          )}
        </Field>
        <div className="wp-row-end">
          <Button onClick={onClose}>{words('page.cancel')}</Button>
          <Button kind="primary" type="submit" icon="link"
            disabled={isBusy}>{words('people.invite.make')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
