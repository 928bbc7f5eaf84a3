import { useEffect, useRef } from 'react'
import type { Template } from '../../core'
import { words } from '../../words/words'
import { RadioCards } from './RadioCards'
import { TemplatePicture } from './TemplatePicture'
import { galleryOrder } from './templateAdvice'

interface StepTemplateProps {
  readonly templates: readonly Template[]
  readonly suggested: readonly string[]
  readonly chosen: string
  readonly onChoose: (id: string) => void
}

/** The third step: the gallery of templates, the fitting ones first. */
export function StepTemplate({ templates, suggested, chosen, onChoose }: StepTemplateProps): JSX.Element {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => { box.current?.querySelector<HTMLElement>('[aria-checked="true"]')?.focus({
    preventScroll: true }) }, [])
  return (
    <div ref={box}>
      <RadioCards label={words('new.template.title')} isLabelHidden shape="gallery" value={chosen}
        onChoose={onChoose}
        cards={galleryOrder(templates, suggested).map(template => ({
          name: template.id, title: template.name, text: template.summary,
          picture: <span className="wz-thumb"><TemplatePicture template={template} size="small" /></span>,
          ...(suggested.includes(template.id) ? { badge: words('new.template.suggested') } : {}),
        }))} />
    </div>
  )
}
