import { useState } from 'react'
import { IconButton } from '../../design/Button'
import { Icon } from '../../design/Icon'
import { words } from '../../words/words'
import { useDesk } from '../frame/Desk'
import { sentenceOf } from '../frame/sentences'
import { saveSettings } from '../frame/settings'
import { doneTasks, placeOf, tasks } from './tasks'
import type { Facts } from './tasks'

const setting = 'hasHiddenChecklist'

interface ChecklistProps {
  readonly facts: Facts
  /** Only owners invite, so that others are not asked to. */
  readonly isOwner: boolean
}

/** The first steps of a team, with what is done already; gone when all are, or when one hides it. */
export function Checklist({ facts, isOwner }: ChecklistProps): JSX.Element | null {
  const { person, attempt, warn } = useDesk()
  const [isHidden, setHidden] = useState(person.settings?.[setting] === true)
  const asked = tasks.filter(task => task !== 'colleague' || isOwner)
  const done = doneTasks(facts)
  const count = asked.filter(task => done.has(task)).length
  if (isHidden || count === asked.length) return null
  const hide = (): void => {
    setHidden(true)
    attempt(() => saveSettings({ [setting]: true })).catch((problem: unknown) => warn(sentenceOf(problem)))
  }
  const next = asked.find(task => !done.has(task))
  return (
    <section className="hm-check" aria-labelledby="check-title">
      <header>
        <h2 id="check-title">{words('home.check.title')}</h2>
        <span>{words('home.check.progress', { done: count, all: asked.length })}</span>
        <progress max={asked.length} value={count} aria-labelledby="check-title" />
        <IconButton icon="close" size="small" label={words('home.check.dismiss')} onClick={hide} />
      </header>
      <ol>
        {asked.map(task => (
          <li key={task} className={done.has(task) ? 'is-done' : task === next ? 'is-next' : ''}>
            <span className="hm-tick" aria-hidden="true">{done.has(task) && <Icon name="check"
              size={12} />}</span>
            <a href={placeOf[task]}>{words(`home.check.${task}`)}</a>
            <p>{words(`home.check.${task}.text`)}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
