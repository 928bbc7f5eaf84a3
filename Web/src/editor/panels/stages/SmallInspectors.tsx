import type { Ref } from '../../../core/types'
import { words } from '../../../words/words'
import { iconOfRole, laneRoles, meaningOfRole, nameOfRole } from '../../canvas/roles'
import { useEditor } from '../../view/services'
import { roleOf } from '../cards/links'
import { setProperty } from '../changes/changes'
import { Choices, SelectField } from '../fields/Choices'
import { TextProperty } from '../fields/TextProperty'
import { useItem, useList, useMayEdit } from '../fields/useObjects'
import { ObjectHistory } from '../history/ObjectHistory'
import { InspectorHead } from '../maps/InspectorHead'
import { orderAfter } from '../changes/order'
import { textOf } from '../values/reading'

/** A step: its name and its stage. */
export function StepInspector({ step }: { readonly step: Ref }): JSX.Element | null {
  const { document } = useEditor()
  const item = useItem(step)
  const stages = useList('stage')
  const steps = useList('step')
  const isEditable = useMayEdit()
  if (item === undefined || item.deleted) return null
  const stage = textOf(item, 'stage')
  return (
    <>
      <InspectorHead object={item} icon="action" title={textOf(item, 'name')}
        eyebrow={words('step.eyebrow', { stage: textOf(stages.find(each => each.ref.id === stage), 'name') })}
        editor={<TextProperty object={step} property="name" label={words('panel.name')} isLabelHidden />} />
      <div className="panel-section">
        <SelectField label={words('step.stage')} value={stage} isDisabled={!isEditable}
          choices={stages.map(each => ({ name: each.ref.id, title: textOf(each, 'name') }))}
          onChoose={to => {
            if (to === null || to === stage) return
            const order = orderAfter(steps.filter(other => textOf(other, 'stage') === to))
            document.commit(words('change.moveStep'),
              [{ type: 'move', object: step, order, into: { stage: to } }])
          }} />
      </div>
      <ObjectHistory object={step} />
    </>
  )
}

/** A lane: its name, what it is for, and whether it is shown. */
export function LaneInspector({ lane }: { readonly lane: Ref }): JSX.Element | null {
  const { document } = useEditor()
  const item = useItem(lane)
  const isEditable = useMayEdit()
  if (item === undefined || item.deleted) return null
  const role = roleOf(item)
  return (
    <>
      <InspectorHead object={item} icon={iconOfRole(role)} eyebrow={words('lane.eyebrow')}
        title={textOf(item, 'name')}
        editor={<TextProperty object={lane} property="name" label={words('panel.name')} isLabelHidden />} />
      <div className="panel-section">
        <SelectField label={words('lane.role')} value={role} isDisabled={!isEditable}
          choices={laneRoles.map(name => ({ name, title: words(nameOfRole(name)) }))}
          onChoose={name => { if (name !== null) setProperty(document, lane, 'role', name,
            words('change.set', { name: words('lane.role') })) }} />
        <p className="panel-hint">{words(meaningOfRole(role))}</p>
        <label className="check-row">
          <input type="checkbox" checked={item.values['isHidden'] === true} disabled={!isEditable}
            onChange={event => setProperty(document, lane, 'isHidden', event.target.checked,
              words(event.target.checked ? 'change.hideLane' : 'change.showLane',
                { name: textOf(item, 'name') }))} />
          <span>{words('lane.hidden')}</span>
        </label>
      </div>
      <ObjectHistory object={lane} />
    </>
  )
}

const flowKinds = ['skip', 'return', 'loop'] as const

/** A way through the map that is not the next step. */
export function FlowInspector({ flow }: { readonly flow: Ref }): JSX.Element | null {
  const { document } = useEditor()
  const item = useItem(flow)
  const stages = useList('stage')
  const isEditable = useMayEdit()
  if (item === undefined || item.deleted) return null
  const set = (property: string, name: string) => (value: string | null): void => {
    if (value !== null) setProperty(document, flow, property, value, words('change.set', { name }))
  }
  const choices = stages.map(stage => ({ name: stage.ref.id, title: textOf(stage, 'name') }))
  const kind = flowKinds.find(name => name === item.values['kind']) ?? 'skip'
  const title = (id: string): string => textOf(stages.find(stage => stage.ref.id === id), 'name')
  return (
    <>
      <InspectorHead object={item} icon="redo" eyebrow={words(`flow.${kind}`)}
        title={kind === 'loop' ? title(textOf(item, 'from')) : `${title(textOf(item, 'from'))} → ${title(textOf(item, 'to'))}`} />
      <div className="panel-section">
        <Choices label={words('flow.kind')} value={kind} isDisabled={!isEditable}
          choices={flowKinds.map(name => ({ name, title: words(`flow.${name}`) }))}
          onChoose={set('kind', words('flow.kind'))} />
        <div className="field-pair">
          <SelectField label={words('flow.from')} value={textOf(item, 'from')} choices={choices}
            isDisabled={!isEditable}
            onChoose={set('from', words('flow.from'))} />
          <SelectField label={words('flow.to')} value={textOf(item, 'to')} choices={choices}
            isDisabled={!isEditable}
            onChoose={set('to', words('flow.to'))} />
        </div>
        <TextProperty object={flow} property="note" label={words('flow.note')} isMultiline />
      </div>
      <ObjectHistory object={flow} />
    </>
  )
}
