import { memo } from 'react'
import { hueOf } from '../../design/Avatar'
import { Icon } from '../../design/Icon'
import { words } from '../../words/words'
import type { CardBox } from './cardBox'
import { CardChips } from './CardChips'
import { useCanvas, useCardState } from './canvasContext'
import { carriesEvidence, hueOfRole } from './roles'
import type { LaneRole } from './roles'

interface CardViewProps {
  readonly box: CardBox
  readonly role: LaneRole
  /** From the row's left edge. */
  readonly x: number
  /** Small on the screen: only the text is drawn. */
  readonly isFar: boolean
  readonly position: number
  readonly count: number
}

/** One card. It is drawn again only when its content, its place or its state differs. */
export const CardView = memo(
  function CardView({ box, role, x, isFar, position, count }: CardViewProps): JSX.Element {
    const { cards, editor } = useCanvas()
    const { card, content } = box
    const state = useCardState(cards, card.id)
    const status = state.mark?.status ?? null
    const names = [
      'card',
      `hue-${hueOfRole(role)}`,
      state.isChosen ? 'is-chosen' : '',
      state.isCurrent ? 'is-current' : '',
      state.isDragged ? 'is-dragged' : '',
      state.isLinked ? 'is-linked' : '',
      state.holder === null ? '' : 'is-held',
      status === 'assumption' && carriesEvidence(role) ? 'is-assumption' : '',
      content.touchpoint !== null && !content.touchpoint.isInner ? 'is-outer' : '',
      card.severity === 'high' ? 'is-severe' : '',
    ]
    const style = {
      left: x,
      top: box.y,
      width: box.width,
      height: box.height,
      '--holder': state.holder === null ? undefined : `var(--wm-${hueOf(state.holder.person)})`,
    }
    const label = words('canvas.cardLabel', {
      text: content.text === '' ? words('canvas.noText') : content.text,
      position,
      count,
    })
    if (isFar) {
      return (
        <div
          id={`card-${card.id}`}
          className={names.join(' ')}
          data-card={card.id}
          style={style}
          role="group"
          aria-label={label}
        >
          {box.lines.join('\n')}
        </div>
      )
    }
    return (
      <div
        id={`card-${card.id}`}
        className={names.join(' ')}
        data-card={card.id}
        style={style}
        role="group"
        aria-label={[
          label,
          ...marksInWords(state.mark?.status ?? null, card.momentOfTruth !== null, card.severity),
        ].join('. ')}
      >
        {card.picture !== null && (
          <img
            className="card-picture"
            src={editor.services.pictureAddress(card.picture)}
            alt=""
            draggable={false}
            loading="lazy"
          />
        )}
        <div className="card-text">{box.lines.join('\n')}</div>
        {status !== null && status !== 'assumption' && (
          <span
            className={`mark is-${status}${state.mark?.isStale === true ? ' is-stale' : ''}`}
            title={state.mark?.summary}
          />
        )}
        {card.momentOfTruth !== null && (
          <span className="truth" title={words('canvas.momentOfTruth', { reason: card.momentOfTruth })}>
            <Icon name="star" size={14} />
          </span>
        )}
        {content.hasChips && <CardChips card={card} content={content} />}
        {state.holder !== null && <span className="holder">{state.holder.name}</span>}
      </div>
    )
  },
)

function marksInWords(status: string | null, isTruth: boolean, severity: string | null): readonly string[] {
  const said: string[] = []
  if (severity === 'low' || severity === 'medium' || severity === 'high') {
    said.push(words(`severity.${severity}`))
  }
  if (
    status === 'assumption' || status === 'anecdotal' || status === 'supported' || status === 'contradicted'
  ) {
    said.push(words(`evidence.${status}`))
  }
  if (isTruth) said.push(words('canvas.isMomentOfTruth'))
  return said
}
