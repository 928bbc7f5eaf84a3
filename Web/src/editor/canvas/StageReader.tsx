import { useEffect, useRef, useState } from 'react'
import type { PointerEvent } from 'react'
import { Button, IconButton } from '../../design/Button'
import { Icon } from '../../design/Icon'
import { words } from '../../words/words'
import { addCard, retypeCard } from '../commands/cardEdits'
import { addStages } from '../commands/structureEdits'
import { useView } from '../view/hooks'
import { mayEdit as isAllowed, useEditor } from '../view/services'
import { CardChips, signed } from './CardChips'
import { contentOf } from './cardBox'
import { useScene } from './canvasContext'
import { timeInWords } from './Heads'
import { titleOf } from './LaneRow'
import type { Card, Lane } from './objects'
import { EmptyMap } from './Overlays'
import { hueOfRole, iconOfRole, meaningOfRole } from './roles'
import type { Scene } from './scene'

/**
 * The map on a narrow window: one stage at a time, its lanes below each other; a swipe goes to the next
 * stage.
 */
export function StageReader({ scene }: { readonly scene: Scene }): JSX.Element {
  const { view, document, services } = useEditor()
  useScene(scene)
  const [at, setAt] = useState(0)
  const swipe = useRef<{ x: number; y: number } | null>(null)
  const { stages, columns, lanes } = scene.grid
  const cursor = useView(view, (state) => state.cursor)
  useEffect(() => {
    // What another part of the editor goes to is brought into sight.
    if (cursor === null) return
    const column = cursor.at === 'cell' || cursor.at === 'step'
      ? scene.grid.columns[scene.grid.columnOf.get(cursor.step) ?? -1]
      : undefined
    const target = cursor.at === 'stage'
      ? scene.grid.stages.findIndex((stage) => stage.id === cursor.stage)
      : column?.stage
    if (target !== undefined && target >= 0) setAt(target)
  }, [cursor, scene])
  const index = Math.min(at, stages.length - 1)
  const stage = stages[index]
  if (stage === undefined) {
    return (
      <div className="reader">
        {isAllowed(services) && (
          <EmptyMap
            onStages={(names) =>
              document.commit(
                words('intention.addStages', { count: names.length }),
                addStages(scene.grid, names),
              )}
          />
        )}
      </div>
    )
  }
  const go = (by: number): void => setAt(Math.max(0, Math.min(stages.length - 1, index + by)))
  const release = (event: PointerEvent): void => {
    const start = swipe.current
    swipe.current = null
    if (start === null || view.state.editing !== null) return
    const [x, y] = [event.clientX - start.x, event.clientY - start.y]
    if (Math.abs(x) > 60 && Math.abs(x) > 2 * Math.abs(y)) go(x < 0 ? 1 : -1)
  }
  return (
    <div
      className="reader"
      onPointerDown={(event) => {
        swipe.current = { x: event.clientX, y: event.clientY }
      }}
      onPointerUp={release}
    >
      <nav className="reader-stages" aria-label={words('reading.stages')}>
        <IconButton
          icon="chevronLeft"
          label={words('reading.before')}
          disabled={index === 0}
          onClick={() => go(-1)}
        />
        <div className={`reader-stage is-${stage.phase ?? 'none'}`}>
          <h2>{stage.name === '' ? words('canvas.unnamedStage') : stage.name}</h2>
          <span>
            {words('reading.place', { position: index + 1, count: stages.length })}
            {stage.timeFrame !== null && ` · ${timeInWords(stage.timeFrame)}`}
          </span>
        </div>
        <IconButton
          icon="chevronRight"
          label={words('reading.after')}
          disabled={index === stages.length - 1}
          onClick={() => go(1)}
        />
      </nav>
      {(stage.mindset !== '' || stage.goal !== '') && (
        <div className="reader-about">
          {stage.mindset !== '' && <p className="mindset">“{stage.mindset}”</p>}
          {stage.goal !== '' && (
            <p className="goal">
              <Icon name="goal" size={14} />
              <span>{stage.goal}</span>
            </p>
          )}
        </div>
      )}
      {columns.slice(stage.firstColumn, stage.firstColumn + stage.columns).map((column, place) => (
        <section key={column.step} aria-label={column.name}>
          {!column.isStage && (
            <h3 className="reader-step">{column.name === '' ? words('canvas.unnamedStep') : column.name}</h3>
          )}
          {lanes.map((lane) => (
            <LaneSection
              key={lane.id}
              scene={scene}
              lane={lane}
              step={column.step}
              level={column.isStage ? 'h3' : 'h4'}
              cards={scene.grid.cells.get(lane.id)?.[stage.firstColumn + place] ?? []}
            />
          ))}
        </section>
      ))}
    </div>
  )
}

function LaneSection({ scene, lane, step, level: Title, cards }: {
  readonly scene: Scene
  readonly lane: Lane
  readonly step: string
  /** Below the name of the step, or of the stage where there are no steps. */
  readonly level: 'h3' | 'h4'
  readonly cards: readonly Card[]
}): JSX.Element {
  const { view, document, services } = useEditor()
  const mayEdit = isAllowed(services)
  const editing = useView(view, (state) => state.editing)
  const chosen = useView(view, (state) => (state.cursor?.at === 'cell' ? state.cursor.card : null))
  const isAdding = editing?.kind === 'new' && editing.lane === lane.id && editing.step === step
  const name = titleOf(lane)
  const add = (text: string): void => {
    if (text !== '') {
      document.commit(
        words('intention.addCard'),
        addCard(
          scene.grid,
          { lane: lane.id, step, before: null },
          text,
          scene.touchpointNamed(lane.role, text),
        ).edits,
      )
    }
    view.update({ editing: null })
  }
  return (
    <div className={`reader-lane hue-${hueOfRole(lane.role)}`}>
      <div className="reader-lane-head">
        <span className="lane-icon">
          <Icon name={iconOfRole(lane.role)} />
        </span>
        <Title className="reader-lane-name">{name}</Title>
        {mayEdit && (
          <IconButton
            icon="add"
            label={words('reading.add', { lane: name })}
            onClick={() => view.update({ editing: { kind: 'new', lane: lane.id, step, after: null } })}
          />
        )}
      </div>
      {cards.length === 0 && !isAdding && <p className="reader-empty">{words('reading.nothing')}</p>}
      <ul>
        {cards.map((card) => {
          const content = contentOf(card, scene.library)
          const isEditing = editing?.kind === 'card' && editing.card === card.id
          return (
            <li key={card.id}>
              {isEditing
                ? (
                  <ReaderField
                    start={scene.typedTextOf(card)}
                    label={name}
                    placeholder=""
                    onDone={(text) => {
                      if (text !== scene.typedTextOf(card)) {
                        document.commit(words('intention.retypeCard'), retypeCard(scene.grid, card, text))
                      }
                      view.update({ editing: null })
                    }}
                  />
                )
                : (
                  <button
                    type="button"
                    className={`reader-card hue-${hueOfRole(lane.role)}${
                      chosen === card.id ? ' is-chosen' : ''
                    }`}
                    aria-pressed={chosen === card.id}
                    onClick={() => {
                      const place = { at: 'cell' as const, lane: lane.id, step, card: card.id }
                      if (chosen === card.id && mayEdit) {
                        view.update({
                          editing: { kind: 'card', card: card.id },
                        })
                      } else view.go(place)
                    }}
                  >
                    {card.picture !== null && (
                      <img src={services.pictureAddress(card.picture)} alt="" loading="lazy" />
                    )}
                    <span className="reader-words">
                      {lane.role === 'emotion' && card.emotion !== null && (
                        <b>{card.emotion.emoji} {signed(card.emotion.score)}</b>
                      )}
                      {scene.typedTextOf(card) === '' ? words('canvas.noText') : scene.typedTextOf(card)}
                    </span>
                    {card.momentOfTruth !== null && (
                      <span className="truth">
                        <Icon name="star" size={14} />
                      </span>
                    )}
                    {content.hasChips && lane.role !== 'emotion' && (
                      <CardChips card={card} content={content} />
                    )}
                  </button>
                )}
            </li>
          )
        })}
      </ul>
      {isAdding && (
        <ReaderField start="" label={name} placeholder={words(meaningOfRole(lane.role))} onDone={add} />
      )}
    </div>
  )
}

/** The field of one card on a narrow window; Enter or the button keeps it. */
function ReaderField({ start, label, placeholder, onDone }: {
  readonly start: string
  readonly label: string
  readonly placeholder: string
  readonly onDone: (text: string) => void
}): JSX.Element {
  const field = useRef<HTMLTextAreaElement>(null)
  const isDone = useRef(false)
  const done = (): void => {
    if (isDone.current) return
    isDone.current = true
    onDone(field.current?.value.trim() ?? start)
  }
  return (
    <div className="reader-field">
      <textarea
        ref={field}
        autoFocus
        defaultValue={start}
        rows={3}
        aria-label={label}
        placeholder={placeholder}
        onBlur={done}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.key !== 'Escape' && (event.key !== 'Enter' || event.shiftKey)) return
          event.preventDefault()
          done()
        }}
      />
      <Button kind="primary" size="small" icon="check" onClick={done}>{words('reading.done')}</Button>
    </div>
  )
}
