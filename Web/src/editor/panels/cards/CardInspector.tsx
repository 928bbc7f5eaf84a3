import { useState } from 'react'
import type { Item, Ref } from '../../../core/types'
import { Icon } from '../../../design/Icon'
import { words } from '../../../words/words'
import { carriesEvidence, iconOfRole } from '../../canvas/roles'
import { useEditor } from '../../view/services'
import { EvidenceList } from '../evidence/EvidenceList'
import { LiveNumbers } from '../evidence/LiveNumbers'
import { StandingNote } from '../evidence/StandingNote'
import { Section } from '../fields/Section'
import { TextProperty } from '../fields/TextProperty'
import { useItem, useMayEdit } from '../fields/useObjects'
import { ObjectHistory } from '../history/ObjectHistory'
import { InspectorHead } from '../maps/InspectorHead'
import { TouchpointEditor } from '../touchpoints/TouchpointEditor'
import { usePanels, useFetched } from '../services/panels'
import { textOf } from '../values/reading'
import { cardParts, isPartUsed, partsOfRole } from './cardParts'
import type { CardPart } from './cardParts'
import { ClaimEditor } from './ClaimEditor'
import { EmotionEditor } from './EmotionEditor'
import { LinksEditor } from './LinksEditor'
import { linksOf, roleOf } from './links'
import { PictureEditor } from './PictureEditor'
import { PlaceEditor } from './PlaceEditor'
import { cardTitle, columnTitle } from './titles'
import { SeverityEditor, TruthEditor, WorkEditor } from './WorkEditor'
import { focusField } from '../showing'

const partIcons = {
  touchpoint: 'touchpoint', emotion: 'emotion', truth: 'star', severity: 'barrier', links: 'link',
  work: 'person',
  claim: 'metric', picture: 'image',
} as const
const firstField: Readonly<Record<CardPart, string>> = {
  touchpoint: 'touchpoint', emotion: 'emotion', truth: 'momentOfTruth', severity: 'severity', links: 'links',
  work: 'status', claim: 'claim', picture: 'picture',
}

/** Everything about one card: what its lane calls for at once, the rest behind "add". */
export function CardInspector({ card }: { readonly card: Ref }): JSX.Element | null {
  const { document } = useEditor()
  const { insight } = usePanels()
  const item = useItem(card)
  const lane = useItem({ kind: 'lane', id: textOf(item, 'lane'), map: document.map })
  const isEditable = useMayEdit()
  const reality = useFetched(insight.reality).content
  const [added, setAdded] = useState<readonly CardPart[]>([])
  if (item === undefined || item.deleted) return null
  const role = roleOf(lane)
  const usual = partsOfRole(role)
  const isLinked = linksOf(document).of(card.id).length > 0
  const isShown = (part: CardPart): boolean =>
    usual.includes(part) || added.includes(part) || isPartUsed(item, part) || (part === 'links' && isLinked)
  const shown = cardParts.filter(isShown)
  const missing = cardParts.filter(part => !isShown(part))
  const standing = reality?.cards.get(card.id) ?? null
  const touchpoint = textOf(item, 'touchpoint')
  const numbers = touchpoint === '' ? undefined : reality?.touchpoints.get(touchpoint)
  // A card that says nothing itself goes by the name of its touchpoint; then its own text is a field below.
  const isNamedByTouchpoint = touchpoint !== '' && textOf(item, 'text') === ''
  const text = (
    <TextProperty key="text" object={card} property="text"
      label={words('card.text')} isLabelHidden isMultiline
      placeholder={words('card.textPlaceholder')} />
  )
  return (
    <>
      <InspectorHead object={item} icon={iconOfRole(role)}
        eyebrow={[textOf(lane, 'name'),
          columnTitle(document, textOf(item, 'step'))].filter(text => text !== '').join(' · ')}
        title={cardTitle(document, item)} {...(isNamedByTouchpoint ? {} : { editor: text })} />
      {(isNamedByTouchpoint || standing !== null) && (
        <div className="panel-section">
          {isNamedByTouchpoint && text}
          {standing !== null && <StandingNote standing={standing} />}
        </div>
      )}
      {shown.map(part => (
        <Section key={part} title={words(`part.${part}`)} icon={partIcons[part]}>
          <Part part={part} card={item} />
        </Section>
      ))}
      {(carriesEvidence(role) || isPartUsed(item, 'claim')) && <EvidenceList card={item} />}
      {numbers !== undefined && (
        <Section title={words('numbers.atTouchpoint')} icon="metric"><LiveNumbers rows={numbers} /></Section>
      )}
      {isEditable && missing.length > 0 && (
        <div className="panel-section add-parts" role="group" aria-label={words('card.addPart')}>
          {missing.map(part => (
            <button key={part} type="button"
              onClick={() => {
                setAdded([...added, part])
                focusField(firstField[part])
              }}>
              <Icon name="add" size={12} />{words(`part.${part}`)}
            </button>
          ))}
        </div>
      )}
      <Section title={words('card.place')} icon="settings"><PlaceEditor card={item} /></Section>
      <ObjectHistory object={card} />
    </>
  )
}

function Part({ part, card }: { readonly part: CardPart; readonly card: Item }): JSX.Element {
  const { document } = useEditor()
  switch (part) {
    case 'touchpoint': return <TouchpointEditor card={card} />
    case 'emotion': return <EmotionEditor card={card.ref} />
    case 'truth': return <TruthEditor card={card} />
    case 'severity': return <SeverityEditor card={card} />
    case 'links': return <LinksEditor card={card} />
    case 'work': return <WorkEditor card={card} />
    case 'claim': return <ClaimEditor card={card} />
    case 'picture': return <PictureEditor object={card.ref} description={cardTitle(document, card)} />
  }
}
