import type { Template } from '../../core'
import { Avatar } from '../../design/Avatar'
import { words } from '../../words/words'
import type { Draft } from './draft'
import { TemplatePicture } from './TemplatePicture'

interface PreviewProps {
  readonly draft: Draft
  readonly name: string
  readonly template: Template | undefined
}

/** The map as it is at this moment of the wizard. */
export function Preview({ draft, name, template }: PreviewProps): JSX.Element {
  const { product, audience, persona } = draft
  return (
    <aside className="wz-preview" aria-label={words('new.preview')}>
      <p className="wz-eyebrow">{words('new.preview')}</p>
      <h2 className={name === '' ? 'is-empty' : ''}>{name === '' ? words('new.preview.name') : name}</h2>
      <ul className="wz-chips">
        {product.name.trim() !== '' && <li>{product.name}</li>}
        {audience.name.trim() !== '' && <li>{words('new.preview.for', { audience: audience.name })}</li>}
        <li>{words(`mapKind.${draft.kind}`)}</li>
        <li>{words(`mapState.${draft.state}`)}</li>
      </ul>
      {persona.name.trim() !== '' && (
        <p className="wz-persona"><Avatar name={persona.name}
          size={32} />{words('new.preview.persona', { name: persona.name })}</p>
      )}
      {draft.why.trim() !== '' && <blockquote>{draft.why}</blockquote>}
      {template !== undefined && (
        <figure>
          <TemplatePicture template={template} size="large" />
          <figcaption>
            <strong>{template.name}</strong>
            <span>{words('new.template.size', {
              stages: template.stages.length, lanes: template.lanes.filter(lane => lane.more !== true).length,
            })}</span>
          </figcaption>
        </figure>
      )}
    </aside>
  )
}
