import { useEffect, useRef, useState } from 'react'
import type { Values } from '../../../core/types'
import { Button } from '../../../design/Button'
import { Field } from '../../../design/Field'
import { words } from '../../../words/words'
import { Choices, SelectField } from '../fields/Choices'
import { unitOf } from '../values/claim'
import { evidenceKinds, evidenceValues, isVoice } from '../values/evidence'
import type { EvidenceForm, EvidenceProblem, ReadingUnit } from '../values/evidence'

interface EvidenceEditorProps {
  readonly form: EvidenceForm
  readonly unit: ReadingUnit | null
  readonly onSave: (values: Values) => void
  readonly onCancel: () => void
  readonly onDelete?: () => void
}

/** Which field a problem belongs to. */
const fieldOf: Readonly<Record<EvidenceProblem, keyof EvidenceForm>> = {
  date: 'date', link: 'link', readingNumber: 'value', sample: 'n', interval: 'low', intervalOrder: 'low',
}

/** One piece of evidence: stored as a whole, or not at all. */
export function EvidenceEditor({
  form: start, unit, onSave, onCancel, onDelete,
}: EvidenceEditorProps): JSX.Element {
  const [form, setForm] = useState(start)
  const [problem, setProblem] = useState<EvidenceProblem | null>(null)
  const [hasReading, setHasReading] = useState(start.value !== '' || start.n !== '')
  const element = useRef<HTMLFormElement>(null)
  const change = (part: Partial<EvidenceForm>): void => setForm({ ...form, ...part })

  useEffect(() => { element.current?.querySelector<HTMLElement>('select')?.focus() }, [])

  const save = (): void => {
    const outcome = evidenceValues(hasReading ? form : { ...form, value: '', n: '', low: '', high: '' }, unit)
    if ('problem' in outcome) setProblem(outcome.problem)
    else onSave(outcome.values)
  }

  const text = (
    name: 'source' | 'note' | 'date' | 'link' | 'value' | 'n' | 'low' | 'high', label: string,
    options: { readonly hint?: string; readonly type?: 'text' | 'date' | 'url'; readonly inputMode?: 'decimal' | 'numeric' } = {},
  ): JSX.Element => {
    const own = problem !== null && fieldOf[problem] === name ? words(`evidence.problem.${problem}`) : undefined
    return (
      <Field label={label} {...(own === undefined ? {} : { problem: own })}
        {...(options.hint === undefined ? {} : { hint: options.hint })}>
        {parts => name === 'note'
          ? <textarea {...parts} className="ds-input" rows={3} value={form.note}
            onChange={event => change({ note: event.target.value })} />
          : (
            <input {...parts} className="ds-input" type={options.type ?? 'text'} inputMode={options.inputMode}
              value={form[name]}
              onChange={event => change({ [name]: event.target.value })} />
          )}
      </Field>
    )
  }

  const measure = unit === null ? '' : words(`claim.value.${unitOf(unit.measure)}`)
  return (
    <form ref={element} className="evidence-editor" noValidate
      onSubmit={event => { event.preventDefault(); save() }}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onCancel()
      }}>
      <SelectField label={words('evidence.kindLabel')} value={form.kind}
        choices={evidenceKinds.map(name => ({ name, title: words(`evidence.kind.${name}`) }))}
        onChoose={kind => { if (kind !== null) change({ kind }) }} />
      <Choices label={words('evidence.verdictLabel')} isLabelHidden value={form.verdict}
        choices={[
          { name: 'supports', title: words('verdict.supports'), hue: 'green' },
          { name: 'contradicts', title: words('verdict.contradicts'), hue: 'red' },
        ]}
        onChoose={verdict => { if (verdict !== null) change({ verdict }) }} />
      {text('source', words(isVoice(form.kind) ? 'evidence.participant' : 'evidence.source'),
        isVoice(form.kind) ? { hint: words('evidence.participantHint') } : {})}
      {text('note', words('evidence.note'))}
      <div className="field-pair">
        {text('date', words('evidence.date'), { type: 'date' })}
        {text('link', words('evidence.link'), { type: 'url' })}
      </div>
      {hasReading
        ? (
          <fieldset className="reading-fields">
            <legend>{words('evidence.reading')}{measure === '' ? '' : ` · ${measure}`}</legend>
            <div className="field-pair">
              {text('value', words('evidence.value'), { inputMode: 'decimal' })}
              {text('n', words('evidence.n'), { inputMode: 'numeric' })}
              {text('low', words('evidence.low'), { inputMode: 'decimal' })}
              {text('high', words('evidence.high'), { inputMode: 'decimal' })}
            </div>
            <p className="panel-hint">{words(unit !== null && unitOf(unit.measure) === 'share'
              ? 'evidence.intervalFollows' : 'evidence.intervalNeeded')}</p>
          </fieldset>
        )
        : <Button size="small" kind="quiet" icon="add"
          onClick={() => setHasReading(true)}>{words('evidence.addReading')}</Button>}
      <div className="button-row is-end">
        {onDelete !== undefined && <Button size="small" kind="danger"
          onClick={onDelete}>{words('evidence.delete')}</Button>}
        <span className="gap" />
        <Button size="small" kind="quiet" onClick={onCancel}>{words('panel.cancel')}</Button>
        <Button size="small" kind="primary" type="submit">{words('panel.save')}</Button>
      </div>
    </form>
  )
}
