import { Icon } from '../../design/Icon'
import { initials } from '../../design/Avatar'
import { words } from '../../words/words'
import type { CardContent } from './cardBox'
import type { Card } from './objects'

/** The line below a card's text: channel, severity, status, owner, feeling, links. */
export function CardChips(
  { card, content }: { readonly card: Card; readonly content: CardContent },
): JSX.Element {
  const { touchpoint } = content
  return (
    <div className="chips-row">
      {touchpoint !== null && (
        <span className="chip-touchpoint" title={words(`ownership.${touchpoint.ownership}`)}>
          <Icon name={touchpoint.icon} size={13} />
          <span>{touchpoint.channel === '' ? words('canvas.noChannel') : touchpoint.channel}</span>
          {!touchpoint.isInner && <i className="outer-mark">{words('canvas.outer')}</i>}
        </span>
      )}
      {card.severity !== null && (
        <span className={`chip-severity is-${card.severity}`} title={words(`severity.${card.severity}`)}>
          <i />
          <i />
          <i />
        </span>
      )}
      {card.status !== null && (
        <span className={`chip-status is-${card.status}`}>{words(`status.${card.status}`)}</span>
      )}
      {card.emotion !== null && (
        <span className="chip-feeling" title={card.emotion.name}>
          {card.emotion.emoji === '' ? signed(card.emotion.score) : card.emotion.emoji}
        </span>
      )}
      {card.links.length > 0 && (
        <span className="chip-links" title={words('canvas.links', { count: card.links.length })}>
          <Icon name="link" size={12} />
          {card.links.length}
        </span>
      )}
      {card.owner !== null && card.owner !== '' && (
        <span className="chip-owner" title={card.owner}>{initials(card.owner)}</span>
      )}
    </div>
  )
}

/** A score as people write it: +1.5, 0, −2. */
export function signed(score: number): string {
  return score > 0 ? `+${score}` : score < 0 ? `−${Math.abs(score)}` : '0'
}
