import type { Ref } from '../../../core/types'
import { words } from '../../../words/words'
import { useEditor } from '../../view/services'
import { setProperty } from '../changes/changes'
import { LiveNumbers } from '../evidence/LiveNumbers'
import { Choices } from '../fields/Choices'
import { Section } from '../fields/Section'
import { TextProperty } from '../fields/TextProperty'
import { useItem, useMayEdit } from '../fields/useObjects'
import { ObjectHistory } from '../history/ObjectHistory'
import { InspectorHead } from '../maps/InspectorHead'
import { useFetched, usePanels } from '../services/panels'
import { textOf } from '../values/reading'
import { TimeFrameEditor } from './TimeFrameEditor'

const phases = ['before', 'during', 'after'] as const
const phaseHues = { before: 'blue', during: 'teal', after: 'violet' } as const

/** A stage: how the customer thinks in it, what they want, how long it takes, and what really happens there. */
export function StageInspector({ stage }: { readonly stage: Ref }): JSX.Element | null {
  const { document } = useEditor()
  const { insight } = usePanels()
  const item = useItem(stage)
  const isEditable = useMayEdit()
  const numbers = useFetched(insight.reality).content?.stages.get(stage.id)
  if (item === undefined || item.deleted) return null
  const name = textOf(item, 'name')
  return (
    <>
      <InspectorHead object={item} icon="story" eyebrow={words('stage.eyebrow')}
        title={name === '' ? words('panel.untitled') : name}
        editor={<TextProperty object={stage} property="name" label={words('panel.name')} isLabelHidden />} />
      <div className="panel-section">
        <TextProperty object={stage} property="mindset" label={words('stage.mindset')} isMultiline
          placeholder={words('stage.mindsetPlaceholder')} />
        <TextProperty object={stage} property="goal" label={words('stage.goal')} isMultiline
          placeholder={words('stage.goalPlaceholder')} />
      </div>
      {numbers !== undefined && <Section title={words('numbers.title')} icon="metric"><LiveNumbers
        rows={numbers} /></Section>}
      <Section title={words('stage.when')} icon="clock">
        <Choices label={words('stage.phase')} isLabelHidden isOptional isDisabled={!isEditable}
          value={phases.find(phase => phase === item.values['phase']) ?? null}
          choices={phases.map(phase => ({ name: phase, title: words(`phase.${phase}`), hue: phaseHues[phase] }))}
          onChoose={phase => setProperty(document, stage, 'phase', phase,
            words('change.set', { name: words('stage.phase') }))} />
        <TimeFrameEditor stage={stage} />
        <TextProperty object={stage} property="entryRule" label={words('stage.entryRule')} isMultiline
          placeholder={words('stage.entryPlaceholder')} />
        <TextProperty object={stage} property="exitRule" label={words('stage.exitRule')} isMultiline
          placeholder={words('stage.exitPlaceholder')} />
      </Section>
      <Section title={words('stage.business')} icon="business-action">
        <TextProperty object={stage} property="businessAim"
          label={words('stage.businessAim')} isMultiline isLabelHidden
          placeholder={words('stage.businessPlaceholder')} />
      </Section>
      <ObjectHistory object={stage} />
    </>
  )
}
