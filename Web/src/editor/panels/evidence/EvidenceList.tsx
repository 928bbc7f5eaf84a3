import { useState } from 'react'
import type { Item } from '../../../core/types'
import { Button, IconButton } from '../../../design/Button'
import { words } from '../../../words/words'
import { useEditor } from '../../view/services'
import { addEvidence, remove, setProperties } from '../changes/changes'
import { Section } from '../fields/Section'
import { useList, useMayEdit } from '../fields/useObjects'
import { claimForm, inFormUnit, unitOf } from '../values/claim'
import { blankEvidence, changedValues, evidenceForm } from '../values/evidence'
import type { ReadingUnit } from '../values/evidence'
import { showNumber } from '../values/numbers'
import { partsOf } from '../values/reading'
import { EvidenceEditor } from './EvidenceEditor'

/** What a card stands on, and what speaks against it. */
export function EvidenceList({ card }: { readonly card: Item }): JSX.Element {
  const { document } = useEditor()
  useList('evidence')
  const items = document.within('evidence', card.ref.id)
  const isEditable = useMayEdit()
  const [open, setOpen] = useState<string | null>(null)
  const hasClaim = partsOf(card, 'claim') !== null
  const claim = claimForm(card.values['claim'])
  const unit: ReadingUnit | null = hasClaim ? { measure: claim.measure, timeUnit: claim.timeUnit } : null
  return (
    <Section title={words('evidence.title')} icon="comment" count={items.length}
      actions={isEditable && items.length > 0 && open === null
        ? <IconButton icon="add" size="small" label={words('evidence.add')} onClick={() => setOpen('new')} />
          : undefined}>
      {items.length > 0 && (
        <ul className="evidence-list">
          {items.map(item => open === item.ref.id
            ? (
              <li key={item.ref.id} className="is-open">
                <EvidenceEditor form={evidenceForm(item, unit)} unit={unit}
                  onCancel={() => setOpen(null)}
                  onDelete={() => { setOpen(null); remove(document, [item]) }}
                  onSave={values => {
                    setOpen(null)
                    setProperties(document, item.ref, changedValues(item, values), words('change.evidence'))
                  }} />
              </li>
            )
            : <EvidenceRow key={item.ref.id} item={item} unit={unit}
              onOpen={isEditable ? () => setOpen(item.ref.id) : null} />)}
        </ul>
      )}
      {open === 'new' && (
        <EvidenceEditor form={{ ...blankEvidence, date: today() }} unit={unit} onCancel={() => setOpen(null)}
          onSave={values => { setOpen(null); addEvidence(document, card.ref.id, values) }} />
      )}
      {items.length === 0 && open === null && (
        <div className="panel-empty">
          <p>{words('evidence.none')}</p>
          {isEditable && (
            <Button size="small" icon="add" data-field="evidence"
              onClick={() => setOpen('new')}>{words('evidence.add')}</Button>
          )}
        </div>
      )}
    </Section>
  )
}

/** The day it is for the person at the keyboard. */
function today(): string {
  const now = new Date()
  const padded = (part: number): string => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${padded(now.getMonth() + 1)}-${padded(now.getDate())}`
}

interface EvidenceRowProps {
  readonly item: Item
  readonly unit: ReadingUnit | null
  readonly onOpen: (() => void) | null
}

function EvidenceRow({ item, unit, onOpen }: EvidenceRowProps): JSX.Element {
  const form = evidenceForm(item, unit)
  const source = form.source === '' ? words('evidence.noSource') : form.source
  const isAgainst = form.verdict === 'contradicts'
  return (
    <li className={isAgainst ? 'is-against' : ''}>
      <div className="evidence-head">
        <span className="verdict" title={words(`verdict.${form.verdict}`)}>{isAgainst ? '−' : '+'}</span>
        <strong>{source}</strong>
        {onOpen !== null && (
          <IconButton icon="edit" size="small" label={words('evidence.edit', { name: source })}
            data-field="evidence" onClick={onOpen} />
        )}
      </div>
      <p className="evidence-note-line">
        {[words(`evidence.kind.${form.kind}`), words(`verdict.${form.verdict}`), form.date].filter(text => text !== '').join(' · ')}
      </p>
      {form.note !== '' && <p className="evidence-note">{form.note}</p>}
      <Reading item={item} unit={unit} />
      {form.link !== '' && <a href={form.link} target="_blank"
        rel="noreferrer noopener">{words('evidence.openLink')}</a>}
    </li>
  )
}

function Reading({ item, unit }: Omit<EvidenceRowProps, 'onOpen'>): JSX.Element | null {
  const reading = partsOf(item, 'reading')
  if (reading === null) return null
  const shown = (name: string): string => {
    const number = reading[name]
    if (typeof number !== 'number') return '–'
    if (unit === null) return showNumber(number)
    const inUnit = showNumber(inFormUnit(number, unit.measure, unit.timeUnit))
    return unitOf(unit.measure) === 'share' ? `${inUnit} %` : unitOf(unit.measure) === 'time' ? `${inUnit} ${words(`unit.${unit.timeUnit}`)}` : inUnit
  }
  return (
    <p className="evidence-reading">
      <strong>{shown('value')}</strong>{' '}
      {words('numbers.interval', { low: shown('low'), high: shown('high') })} · {words('numbers.sample',
        { n: String(reading['n'] ?? '–') })}
    </p>
  )
}
