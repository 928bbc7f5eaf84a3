import { useState } from 'react'
import type { FormEvent } from 'react'
import { api } from '../../core'
import type { Share } from '../../core'
import { Button } from '../../design/Button'
import { Field } from '../../design/Field'
import { Segmented } from '../../design/Segmented'
import { words } from '../../words/words'
import { Notice } from '../frame/Notice'
import { sentenceOf } from '../frame/sentences'
import type { SharedLane } from './ShareDialog'

const days = ['7', '30', '90', '365'] as const

interface NewShareProps {
  readonly map: string
  readonly lanes: readonly SharedLane[]
  readonly onMade: (share: Share) => void
}

/** What a new link shows, and for how long. */
export function NewShare({ map, lanes, onMade }: NewShareProps): JSX.Element {
  const [label, setLabel] = useState('')
  const [open, setOpen] = useState<(typeof days)[number]>('30')
  const [extent, setExtent] = useState<'all' | 'some'>('all')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() =>
    new Set(lanes.filter(lane => lane.isHidden !== true).map(lane => lane.id)))
  const [showsNumbers, setNumbers] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const shown = extent === 'all' ? null : lanes.filter(lane => chosen.has(lane.id)).map(lane => lane.id)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (isBusy || shown?.length === 0) return
    setBusy(true)
    setProblem(null)
    try {
      const made = await api.share(map, { label: label.trim(), days: Number(open), lanes: shown,
        showsNumbers })
      onMade({ ...made, label: label.trim(), lanes: shown, showsNumbers })
    } catch (failure) {
      setProblem(sentenceOf(failure))
      setBusy(false)
    }
  }
  const toggle = (id: string): void => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }
  return (
    <form className="stack sh-new" noValidate onSubmit={event => void submit(event)}>
      {problem !== null && <Notice tone="bad">{problem}</Notice>}
      <Field label={`${words('share.label')} (${words('page.optional')})`}>
        {parts => (
          <input {...parts} className="ds-input" maxLength={100} value={label}
            placeholder={words('share.labelExample')}
            onChange={event => setLabel(event.target.value)} />
        )}
      </Field>
      <Segmented label={words('share.days')} value={open} onChoose={setOpen}
        choices={days.map(name => ({ name, title: words('share.day', { count: Number(name) }) }))} />
      <Segmented label={words('share.lanes')} value={extent} onChoose={setExtent}
        choices={[{ name: 'all', title: words('share.lanes.all') },
          { name: 'some', title: words('share.lanes.some') }]} />
      {extent === 'some' && (
        <fieldset className="lb-checks">
          <legend className="visually-hidden">{words('share.lanes.some')}</legend>
          {lanes.map(({ id, name }) => (
            <label key={id}><input type="checkbox" checked={chosen.has(id)}
              onChange={() => toggle(id)} />{name}</label>
          ))}
          {shown?.length === 0 && <p className="lb-hint is-bad" role="status">{words('share.lanes.none')}</p>}
        </fieldset>
      )}
      <label className="sh-check">
        <input type="checkbox" checked={showsNumbers} onChange={event => setNumbers(event.target.checked)} />
        <span>{words('share.numbers')}<small>{words('share.numbersHint')}</small></span>
      </label>
      <div className="wp-row-end">
        <Button kind="primary" type="submit" icon="link"
          disabled={isBusy || shown?.length === 0}>{words('share.make')}</Button>
      </div>
    </form>
  )
}
