import { useEffect, useRef } from 'react'
import { cardTitle, columnsOf } from '../../../src/editor/panels/cards/titles'
import { useList } from '../../../src/editor/panels/fields/useObjects'
import { textOf } from '../../../src/editor/panels/values/reading'
import { useView } from '../../../src/editor/view/hooks'
import type { ViewState } from '../../../src/editor/view/editorView'
import { useEditor } from '../../../src/editor/view/services'

const selectionOf = (state: ViewState): ViewState['selection'] => state.selection
const filterOf = (state: ViewState): ViewState['laneFilter'] => state.laneFilter

/** Stands where the canvas stands in the editor: enough to choose things. */
export function PlainGrid(): JSX.Element {
  const { document, view } = useEditor()
  const lanes = useList('lane')
  const cards = useList('card')
  const stages = useList('stage')
  const selection = useView(view, selectionOf)
  const filter = useView(view, filterOf)
  const grid = useRef<HTMLDivElement>(null)
  useEffect(() => { view.focusCanvas = () => grid.current?.focus() }, [view])
  const columns = columnsOf(document)
  const shown = lanes.filter(lane => lane.values['isHidden'] !== true && (filter === null || filter.has(lane.ref.id)))
  return (
    <div ref={grid} tabIndex={0} className="plain-grid" aria-label="Map"
      style={{ display: 'grid', gridTemplateColumns: `140px repeat(${columns.length}, 200px)`, gap: 1, padding: 16, overflow: 'auto', height: '100%' }}>
      <span />
      {stages.map(stage => (
        <button key={stage.ref.id} type="button" data-stage={stage.ref.id} onClick={() => view.go({ at: 'stage', stage: stage.ref.id })}>{textOf(stage, 'name')}</button>
      ))}
      {shown.flatMap(lane => [
        <button key={lane.ref.id} type="button" data-lane={lane.ref.id} onClick={() => view.go({ at: 'lane', lane: lane.ref.id })}>{textOf(lane, 'name')}</button>,
        ...columns.map(column => (
          <div key={`${lane.ref.id}/${column.id}`} style={{ background: 'var(--surface)', padding: 8, minHeight: 72 }}>
            {cards.filter(card => textOf(card, 'lane') === lane.ref.id && textOf(card, 'step') === column.id).map(card => (
              <button key={card.ref.id} type="button" data-card={card.ref.id} aria-pressed={selection.has(card.ref.id)} style={{ width: '100%', textAlign: 'left' }}
                onClick={event => {
                  if (event.shiftKey) view.select([...selection, card.ref.id])
                  else view.go({ at: 'cell', lane: lane.ref.id, step: column.id, card: card.ref.id })
                }}>
                {cardTitle(document, card)}
              </button>
            ))}
          </div>
        )),
      ])}
    </div>
  )
}
