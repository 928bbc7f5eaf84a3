import { words } from '../../words/words'
import { roles } from './roles'

/** What each role may do, in plain words. */
export function RoleGuide(): JSX.Element {
  return (
    <section aria-labelledby="roles-title">
      <h2 id="roles-title">{words('people.roles')}</h2>
      <dl className="pe-guide">
        {roles.map((role, rank) => (
          <div key={role}>
            <dt>
              <span className="pe-steps" aria-hidden="true">{roles.map((each, step) => <i key={each}
                className={step <= rank ? 'is-on' : ''} />)}</span>
              {words(`memberRole.${role}`)}
            </dt>
            <dd>{words(`memberRole.${role}.can`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
