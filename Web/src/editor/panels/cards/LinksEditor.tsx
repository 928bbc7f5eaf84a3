import { useRef, useState } from 'react'
import type { Item } from '../../../core/types'
import { Button, IconButton } from '../../../design/Button'
import { Icon } from '../../../design/Icon'
import { Popover } from '../../../design/Popover'
import { words } from '../../../words/words'
import { hueOfRole, iconOfRole, isAnswer, isCause } from '../../canvas/roles'
import { useEditor } from '../../view/services'
import { addSolution, link, unlink } from '../changes/changes'
import { SearchList } from '../fields/SearchList'
import { useList, useMayEdit } from '../fields/useObjects'
import { showCard } from '../showing'
import { textOf } from '../values/reading'
import { causesOf, linksOf, rolesToLink, solutionsOf } from './links'
import { cardTitle, columnTitle } from './titles'

/** The cards a card is linked to: what answers it, what it answers, what it belongs to. */
export function LinksEditor({ card }: { readonly card: Item }): JSX.Element {
  const { document, view } = useEditor()
  const isEditable = useMayEdit()
  const cards = useList('card')
  const [isPicking, setPicking] = useState(false)
  const adder = useRef<HTMLButtonElement>(null)
  const links = linksOf(document)
  const role = links.roleOf(card)
  const linked = links.of(card.ref.id)
  const wanted = rolesToLink(role)
  const candidates = cards.filter(other => other.ref.id !== card.ref.id && !linked.includes(other))
  const ordered = [
    ...candidates.filter(other => wanted.includes(links.roleOf(other))),
    ...candidates.filter(other => !wanted.includes(links.roleOf(other))),
  ]
  const isUnanswered = role === 'barrier' && solutionsOf(links, card.ref.id).length === 0
  const isUnfounded = isAnswer(role) && causesOf(links, card.ref.id).length === 0
  return (
    <div className="links-editor">
      {linked.length > 0 && (
        <ul className="linked-cards">
          {linked.map(other => {
            const otherRole = links.roleOf(other)
            return (
              <li key={other.ref.id}>
                <span className="role-sign" style={{ color: `var(--wm-${hueOfRole(otherRole)})` }}>
                  <Icon name={iconOfRole(otherRole)} size={14} />
                </span>
                <button type="button" className="linked-card"
                  onClick={() => showCard(document, view, other.ref.id)}>
                  <span className="linked-title">{cardTitle(document, other)}</span>
                  <span className="linked-note">
                    {[relation(role, otherRole), columnTitle(document,
                      textOf(other, 'step'))].filter(text => text !== '').join(' · ')}
                  </span>
                </button>
                {isEditable && (
                  <IconButton icon="close" size="small"
                    label={words('card.unlink', { name: cardTitle(document, other) })}
                    onClick={() => unlink(document, card, other)} />
                )}
              </li>
            )
          })}
        </ul>
      )}
      {isUnanswered && <p className="panel-hint is-warning">{words('card.barrierNeedsSolution')}</p>}
      {isUnfounded && <p className="panel-hint">{words('card.solutionNeedsCause')}</p>}
      {isEditable && (
        <div className="button-row">
          {isCause(role) && (
            <Button size="small" icon="solution" data-field="solution"
              onClick={() => {
                const added = addSolution(document, card.ref.id)
                if (added !== null) showCard(document, view, added, { types: true })
              }}>
              {words('card.addSolution')}
            </Button>
          )}
          <Button ref={adder} size="small" kind="quiet" icon="link" data-field="links" aria-haspopup="dialog"
            aria-expanded={isPicking} onClick={() => setPicking(!isPicking)}>
            {words('card.linkCard')}
          </Button>
        </div>
      )}
      {isPicking && adder.current !== null && (
        <Popover anchor={adder.current} label={words('card.linkCard')} className="picker-popover"
          onClose={() => { setPicking(false); adder.current?.focus() }}>
          <SearchList label={words('card.linkCard')} placeholder={words('card.findCard')}
            options={ordered.map(other => ({
              id: other.ref.id, title: cardTitle(document, other), icon: iconOfRole(links.roleOf(other)),
              note: columnTitle(document, textOf(other, 'step')),
            }))}
            onChoose={id => { setPicking(false); link(document, card, id); adder.current?.focus() }} />
        </Popover>
      )}
    </div>
  )
}

/** What the other card is to this one. */
function relation(own: Parameters<typeof isCause>[0], other: Parameters<typeof isCause>[0]): string {
  if (isCause(own) && isAnswer(other)) return words('card.answersThis')
  if (isAnswer(own) && isCause(other)) return words('card.answeredByThis')
  return ''
}
