import { icons } from './icons'
import type { IconName } from './icons'

interface IconProps {
  readonly name: IconName
  /** Side in pixels. */
  readonly size?: number
  readonly className?: string
}

/** A drawn sign; it says nothing to screen readers, so the control around it needs a name. */
export function Icon({ name, size = 16, className }: IconProps): JSX.Element {
  return (
    <svg className={className === undefined ? 'icon' : `icon ${className}`} width={size} height={size}
      viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={icons[name]} />
    </svg>
  )
}
