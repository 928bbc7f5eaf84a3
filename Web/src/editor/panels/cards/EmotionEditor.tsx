import { words } from '../../../words/words'
import type { Emotion } from '../../canvas/objects'
import { useEditor } from '../../view/services'
import { setProperty } from '../changes/changes'
import { Choices, SelectField } from '../fields/Choices'
import { DraftField } from '../fields/DraftField'
import { useItem, useList, useMap, useMayEdit } from '../fields/useObjects'
import { emojiFor, emotionFrom, emotionValue, feelings, highestScore, lowestScore } from '../values/emotion'
import { signed } from '../values/numbers'
import { textOf, textsOf } from '../values/reading'
import type { Ref } from '../../../core/types'

/** The feeling of a card: how good, what it is called, whose it is, and whether it is one of two ways. */
export function EmotionEditor({ card }: { readonly card: Ref }): JSX.Element {
  const { document } = useEditor()
  const item = useItem(card)
  const map = useMap()
  const personas = useList('persona')
  const isEditable = useMayEdit()
  const emotion = emotionFrom(item?.values['emotion'])
  const change = (part: Partial<Emotion>): void => {
    const before: Emotion = emotion ?? { score: 0, name: '', emoji: '', persona: null, branch: null }
    setProperty(document, card, 'emotion', emotionValue({ ...before, ...part }), words('change.feeling'))
  }
  const ofMap = textsOf(map, 'personas')
  const others = personas.filter(persona => ofMap.indexOf(persona.ref.id) > 0)
  const shownEmoji = emotion === null ? '–' : emotion.emoji === '' ? emojiFor(emotion.score) : emotion.emoji
  return (
    <div className="emotion-editor">
      <div className="emotion-scale">
        <span className="emotion-sign" aria-hidden="true">{shownEmoji}</span>
        <div className="emotion-slider">
          <input type="range" min={lowestScore} max={highestScore} step={0.5} value={emotion?.score ?? 0}
            disabled={!isEditable} data-field="emotion" className={emotion === null ? 'is-unset' : ''}
            aria-label={words('card.score')}
            aria-valuetext={emotion === null ? words('card.noFeeling') : `${signed(emotion.score)} ${emotion.name}`}
            onChange={event => change({ score: Number(event.target.value) })} />
          <div className="emotion-ticks" aria-hidden="true">
            {[-3, -2, -1, 0, 1, 2, 3].map(tick => <span key={tick}>{signed(tick)}</span>)}
          </div>
        </div>
        <output className="emotion-score">{emotion === null ? '–' : signed(emotion.score)}</output>
      </div>
      <div className="emotion-feelings" role="group" aria-label={words('card.pickFeeling')}>
        {feelings.map(feeling => {
          const name = words(`feeling.${feeling.key}`)
          return (
            <button key={feeling.key} type="button" title={`${name} ${signed(feeling.score)}`} aria-label={name}
              disabled={!isEditable} aria-pressed={emotion?.emoji === feeling.emoji}
              onClick={() => change(emotion === null
                ? { score: feeling.score, name, emoji: feeling.emoji } : { name, emoji: feeling.emoji })}>
              {feeling.emoji}
            </button>
          )
        })}
      </div>
      {emotion !== null && (
        <>
          <DraftField label={words('card.feelingName')} value={emotion.name} isDisabled={!isEditable}
            suggestions={feelings.map(feeling => words(`feeling.${feeling.key}`))}
            onCommit={name => change({ name: name.trim() })} />
          {others.length > 0 && (
            <SelectField label={words('card.feltBy')} value={emotion.persona} isDisabled={!isEditable}
              none={words('card.primaryPersona')}
              choices={others.map(persona => ({ name: persona.ref.id, title: textOf(persona, 'name') }))}
              onChoose={persona => change({ persona })} />
          )}
          <Choices label={words('card.branch')} value={emotion.branch} isOptional isDisabled={!isEditable}
            choices={[
              { name: 'well', title: words('card.branchWell'), hue: 'green' },
              { name: 'badly', title: words('card.branchBadly'), hue: 'red' },
            ]}
            onChoose={branch => change({ branch })} />
          {isEditable && (
            <button type="button" className="link-button"
              onClick={() => setProperty(document, card, 'emotion', null, words('change.clearFeeling'))}>
              {words('card.clearFeeling')}
            </button>
          )}
        </>
      )}
    </div>
  )
}
