import { useLayoutEffect, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { words } from '../../words/words'
import { addCard, retypeCard, spotAfter } from '../commands/cardEdits'
import { cardHeight, textRoom } from './cardBox'
import { useCanvas } from './canvasContext'
import { nextCell } from './navigation'
import type { Card, Lane } from './objects'
import { hueOfRole, meaningOfRole } from './roles'
import { fonts } from './sizes'

interface CardEditorProps {
  readonly lane: Lane
  readonly column: number
  /** null: a new card. */
  readonly card: Card | null
  readonly after: string | null
  /** What has been typed already. */
  readonly first: string | undefined
  readonly x: number
  readonly y: number
  readonly width: number
}

/** The field in which a card is typed: Enter goes on to the next card, Tab to the next cell, Esc ends. */
export function CardEditor({ lane, column, card, after, first, x, y, width }: CardEditorProps): JSX.Element {
  const { scene, editor, viewport } = useCanvas()
  const { view, document } = editor
  const field = useRef<HTMLTextAreaElement>(null)
  const isDone = useRef(false)
  const start = (card === null ? '' : scene.typedTextOf(card)) + (first ?? '')
  const typed = useRef(start)
  const step = scene.grid.columns[column]?.step ?? ''

  const fit = (): void => {
    const element = field.current
    if (element === null) return
    typed.current = element.value
    const lines = scene.lines(element.value, fonts.card, textRoom(width) - 2).length
    const height = cardHeight(lines, false, false)
    element.style.height = `${height}px`
    scene.setDraft({ lane: lane.id, column, height, replaces: card?.id ?? null, after })
  }

  useLayoutEffect(() => {
    const element = field.current
    if (element === null) return undefined
    element.focus({ preventScroll: true })
    element.setSelectionRange(element.value.length, element.value.length)
    fit()
    document.attend(card === null ? null : card.item.ref)
    return () => {
      scene.setDraft(null)
      // The field is taken away while it still holds words, as by a press elsewhere: nothing typed is lost.
      if (!isDone.current) keep()
    }
  }, [])

  /** Keeps what was typed; answers the card's id, or null when there is none. */
  const keep = (): string | null => {
    isDone.current = true
    const text = typed.current.replace(/\s+$/, '')
    if (card === null) {
      if (text === '') return after
      const { id, edits } = addCard(
        scene.grid,
        spotAfter(scene.grid, lane.id, step, after),
        text,
        scene.touchpointNamed(lane.role, text),
      )
      document.commit(words('intention.addCard'), edits)
      return id
    }
    if (text !== scene.typedTextOf(card)) {
      document.commit(words('intention.retypeCard'), retypeCard(scene.grid, card, text))
    }
    return scene.card(card.id) === undefined ? null : card.id
  }

  const end = (): void => {
    const id = keep()
    view.go({ at: 'cell', lane: lane.id, step, card: id ?? scene.firstCardIn(lane.id, step) })
    view.focusCanvas()
  }

  const press = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      end()
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      const isEmpty = card === null && typed.current.trim() === ''
      if (isEmpty) return end()
      const id = keep()
      view.update({
        editing: { kind: 'new', lane: lane.id, step, after: id },
        cursor: { at: 'cell', lane: lane.id, step, card: null },
        selection: new Set(),
      })
    } else if (event.key === 'Tab') {
      event.preventDefault()
      keep()
      const next = nextCell(
        scene.grid,
        { at: 'cell', lane: lane.id, step, card: null },
        event.shiftKey ? -1 : 1,
      )
      view.go(next ?? { at: 'cell', lane: lane.id, step, card: scene.firstCardIn(lane.id, step) })
      view.focusCanvas()
      if (next !== null) viewport.reveal(next)
    }
  }

  return (
    <textarea
      ref={field}
      className={`card card-field hue-${hueOfRole(lane.role)}`}
      style={{ left: x, top: y, width }}
      defaultValue={start}
      rows={1}
      spellCheck
      aria-label={words('canvas.cardField', {
        lane: lane.name,
        step: scene.grid.columns[column]?.name ?? '',
      })}
      placeholder={words(meaningOfRole(lane.role))}
      onInput={fit}
      onKeyDown={press}
      onBlur={() => {
        if (isDone.current) return
        keep()
        if (view.state.editing !== null) view.update({ editing: null })
      }}
    />
  )
}
