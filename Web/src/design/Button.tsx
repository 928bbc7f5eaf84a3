import { forwardRef } from 'react'
import type { ButtonHTMLAttributes } from 'react'
import { Icon } from './Icon'
import type { IconName } from './icons'

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly kind?: 'plain' | 'primary' | 'quiet' | 'danger'
  readonly size?: 'small' | 'normal'
  readonly icon?: IconName
}

/** A button with words; at most one primary one in sight. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { kind = 'plain', size = 'normal', icon, className, children, ...rest }, ref,
) {
  return (
    <button ref={ref} type="button" className={`ds-button is-${kind} is-${size} ${className ?? ''}`} {...rest}>
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </button>
  )
})

interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly icon: IconName
  /** What the button does; spoken, and shown as the tooltip. */
  readonly label: string
  readonly size?: 'small' | 'normal'
}

/** A button that is only a sign. */
export const IconButton = forwardRef<HTMLButtonElement, IconButtonProps>(function IconButton(
  { icon, label, size = 'normal', className, ...rest }, ref,
) {
  return (
    <button ref={ref} type="button" className={`ds-icon-button is-${size} ${className ?? ''}`} aria-label={label}
      title={label} {...rest}>
      <Icon name={icon} size={size === 'small' ? 14 : 16} />
    </button>
  )
})
