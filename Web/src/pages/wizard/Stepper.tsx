import { Icon } from '../../design/Icon'
import { words } from '../../words/words'
import { steps } from './draft'
import type { Step } from './draft'

interface StepperProps {
  readonly current: Step
  readonly onGo: (step: Step) => void
}

/** Where one is among the three steps; each can be gone to. */
export function Stepper({ current, onGo }: StepperProps): JSX.Element {
  const place = steps.indexOf(current)
  return (
    <nav className="wz-steps" aria-label={words('new.stepOf', { step: place + 1 })}>
      <ol>
        {steps.map((step, at) => (
          <li key={step} className={at < place ? 'is-done' : at === place ? 'is-now' : ''}>
            <button type="button" aria-current={at === place ? 'step' : undefined} onClick={() => onGo(step)}>
              <span aria-hidden="true">{at < place ? <Icon name="check" size={12} /> : at + 1}</span>
              {words(`new.step.${step}`)}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
