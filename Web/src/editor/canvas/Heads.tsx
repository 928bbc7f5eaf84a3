import { memo } from 'react'
import { IconButton } from '../../design/Button'
import { Icon } from '../../design/Icon'
import { words } from '../../words/words'
import { useView } from '../view/hooks'
import { useCanvas } from './canvasContext'
import type { Column, Grid, StageSpan } from './grid'
import type { Layout } from './layout'
import { NameEditor } from './NameEditor'
import type { TimeFrame } from './objects'
import { sizes } from './sizes'
import type { Window } from './viewport'

interface HeadsProps {
  readonly grid: Grid
  readonly layout: Layout
  readonly window: Window
}

/** The stages in sight. */
export function stagesIn(grid: Grid, window: Window): readonly StageSpan[] {
  return grid.stages.filter((stage) =>
    stage.firstColumn < window.columns.to && stage.firstColumn + stage.columns > window.columns.from
  )
}

/** Stages and steps: they stay at the top while the map scrolls. */
export const Heads = memo(function Heads({ grid, layout, window }: HeadsProps): JSX.Element {
  const stages = stagesIn(grid, window)
  const laneHead = layout.columnX[0] ?? 0
  return (
    <div className="heads" role="rowgroup" style={{ height: layout.headHeight }}>
      <div role="row" aria-rowindex={1} className="stage-row" style={{ height: sizes.stageHead }}>
        <div
          role="columnheader"
          className="corner"
          aria-colindex={1}
          style={{ width: laneHead, height: layout.headHeight }}
        >
          <span className="visually-hidden">{words('canvas.lanes')}</span>
        </div>
        {stages.map((stage) => (
          <StageHead
            key={stage.id}
            stage={stage}
            x={layout.columnX[stage.firstColumn] ?? 0}
            width={(layout.columnX[stage.firstColumn + stage.columns] ?? 0) -
              (layout.columnX[stage.firstColumn] ?? 0)}
          />
        ))}
      </div>
      {grid.hasSteps && (
        <div role="row" aria-rowindex={2} className="step-row" style={{ height: sizes.stepHead }}>
          {grid.columns.slice(window.columns.from, window.columns.to).map((column, index) => {
            const at = window.columns.from + index
            const x = layout.columnX[at] ?? 0
            return column.isStage ? null : (
              <StepHead
                key={column.step}
                column={column}
                place={at}
                x={x}
                width={(layout.columnX[at + 1] ?? x) - x}
              />
            )
          })}
        </div>
      )}
    </div>
  )
})

const StageHead = memo(function StageHead({ stage, x, width }: {
  readonly stage: StageSpan
  readonly x: number
  readonly width: number
}): JSX.Element {
  const { editor, menus, mayEdit } = useCanvas()
  const isCurrent = useView(
    editor.view,
    (state) => state.cursor?.at === 'stage' && state.cursor.stage === stage.id,
  )
  const isRenaming = useView(
    editor.view,
    ({ editing }) =>
      editing?.kind === 'name' && editing.object.kind === 'stage' && editing.object.id === stage.id &&
      editing.property === undefined,
  )
  return (
    <div
      role="columnheader"
      id={`stage-${stage.id}`}
      data-stage={stage.id}
      aria-colindex={stage.firstColumn + 2}
      aria-colspan={stage.columns}
      className={`stage-head is-${stage.phase ?? 'none'}${isCurrent ? ' is-current' : ''}`}
      style={{ left: x + 3, width: width - 6 }}
    >
      <div className="stage-words">
        {isRenaming
          ? (
            <NameEditor
              object={{ kind: 'stage', id: stage.id, map: editor.document.map }}
              value={stage.name}
              placeholder={words('canvas.stageName')}
            />
          )
          : (
            <span className="stage-name">
              {stage.name === '' ? words('canvas.unnamedStage') : stage.name}
            </span>
          )}
        {stage.timeFrame !== null && (
          <span className="stage-time">
            <Icon name="clock" size={12} />
            {timeInWords(stage.timeFrame)}
          </span>
        )}
      </div>
      {mayEdit && !isRenaming && (
        <IconButton
          icon="more"
          size="small"
          tabIndex={-1}
          className="head-menu"
          label={words('canvas.stageMenu', { name: stage.name })}
          onClick={(event) =>
            menus.show({ place: { at: 'stage', stage: stage.id }, anchor: event.currentTarget })}
        />
      )}
    </div>
  )
})

const StepHead = memo(function StepHead({ column, place, x, width }: {
  readonly column: Column
  readonly place: number
  readonly x: number
  readonly width: number
}): JSX.Element {
  const { editor, menus, mayEdit } = useCanvas()
  const isCurrent = useView(
    editor.view,
    (state) => state.cursor?.at === 'step' && state.cursor.step === column.step,
  )
  const isRenaming = useView(
    editor.view,
    ({ editing }) =>
      editing?.kind === 'name' && editing.object.kind === 'step' && editing.object.id === column.step,
  )
  return (
    <div
      role="columnheader"
      id={`step-${column.step}`}
      data-step={column.step}
      aria-colindex={place + 2}
      className={`step-head${isCurrent ? ' is-current' : ''}`}
      style={{ left: x + 3, width: width - 6 }}
    >
      {isRenaming
        ? (
          <NameEditor
            object={{ kind: 'step', id: column.step, map: editor.document.map }}
            value={column.name}
            placeholder={words('canvas.stepName')}
          />
        )
        : <span className="step-name">{column.name === '' ? words('canvas.unnamedStep') : column.name}</span>}
      {mayEdit && !isRenaming && (
        <IconButton
          icon="more"
          size="small"
          tabIndex={-1}
          className="head-menu"
          label={words('canvas.stepMenu', { name: column.name })}
          onClick={(event) =>
            menus.show({ place: { at: 'step', step: column.step }, anchor: event.currentTarget })}
        />
      )}
    </div>
  )
})

/** Mindset and goal of the stages, below their heads. */
export const AboutRow = memo(function AboutRow({ grid, layout, window }: HeadsProps): JSX.Element | null {
  const { scene } = useCanvas()
  if (layout.aboutHeight === 0) return null
  return (
    <div role="row" aria-rowindex={3} className="about-row" style={{ height: layout.aboutHeight }}>
      <div role="rowheader" aria-colindex={1} className="about-head" style={{ width: layout.columnX[0] }}>
        {words('canvas.about')}
      </div>
      {stagesIn(grid, window).map((stage) => {
        const x = layout.columnX[stage.firstColumn] ?? 0
        const width = (layout.columnX[stage.firstColumn + stage.columns] ?? x) - x
        return (
          <div
            key={stage.id}
            role="gridcell"
            aria-colindex={stage.firstColumn + 2}
            aria-colspan={stage.columns}
            className="about"
            data-stage={stage.id}
            style={{ left: x + 8, width: width - 16, height: layout.aboutHeight - 8 }}
          >
            {stage.mindset !== '' && (
              <p className="mindset">{scene.aboutLines(`“${stage.mindset}”`, 'quote', width).join('\n')}</p>
            )}
            {stage.goal !== '' && (
              <p className="goal">
                <Icon name="goal" size={12} />
                <span>{scene.aboutLines(stage.goal, 'small', width).join('\n')}</span>
              </p>
            )}
          </div>
        )
      })}
    </div>
  )
})

/** "2–5 days", "1 hour". */
export function timeInWords({ minimum, maximum, unit }: TimeFrame): string {
  const span = minimum === maximum ? String(minimum) : `${minimum}–${maximum}`
  return words(`time.${unit}`, { span, count: maximum })
}
