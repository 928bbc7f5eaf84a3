import { useEditor } from '../../view/services'
import { fringes, portraitOf } from './look'

interface PortraitProps {
  readonly persona: string
  /** Who is shown; empty where the name stands beside the face. */
  readonly name: string
  /** The hash of an uploaded picture; null: a drawn face. */
  readonly picture: string | null
  /** Side in pixels. */
  readonly size: number
}

/** The face of a persona: the picture somebody uploaded, or a drawn one. */
export function Portrait({ persona, name, picture, size }: PortraitProps): JSX.Element {
  const { services } = useEditor()
  if (picture !== null) {
    return <img className="portrait" src={services.pictureAddress(picture)} alt={name} width={size}
      height={size} />
  }
  const look = portraitOf(persona)
  const paint = (part: string): string => `var(--wm-avatar-${part})`
  const hair = paint(`hair-${look.hair}`)
  const skin = paint(`skin-${look.skin}`)
  const longHair = look.style === 1 ? { width: 33, height: 40 } : { width: 30, height: 30 }
  return (
    <svg className="portrait" width={size} height={size} viewBox="-32 -32 64 64"
      {...(name === '' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name })}>
      <circle r={32} fill={`var(--wm-${look.ground}-tint)`} />
      {(look.style === 1 || look.style === 3) && (
        <rect x={-longHair.width / 2} y={2 - longHair.height / 2} {...longHair} rx={15} fill={hair} />
      )}
      <path d="M-21.2 23.9C-20 16-12 13 0 13S20 16 21.2 23.9C15.5 29 8 32 0 32S-15.5 29-21.2 23.9z"
        fill={paint(`cloth-${look.cloth}`)} />
      <rect x={-4.5} y={5} width={9} height={12} rx={4.5} fill={skin} />
      <ellipse cy={-3} rx={12.5} ry={14.5} fill={skin} />
      <path d={fringes[look.style]} fill={hair} />
      <g fill="none" stroke={paint('face')}>
        <circle cx={-5} cy={-2.5} r={0.65} strokeWidth={1.3} />
        <circle cx={5} cy={-2.5} r={0.65} strokeWidth={1.3} />
        <path d="M-4.5 4.5C-2.5 7.5 2.5 7.5 4.5 4.5" strokeWidth={1.4} strokeLinecap="round" />
        {look.hasGlasses && <path
          d="M-8.6-2.5a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0-7.2 0M1.4-2.5a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0-7.2 0M-1.4-2.5h2.8" />}
      </g>
    </svg>
  )
}
