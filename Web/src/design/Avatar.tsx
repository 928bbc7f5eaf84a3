interface AvatarProps {
  readonly name: string
  /** What decides the colour; the same person has the same colour everywhere. */
  readonly seed?: string
  readonly size?: number
  readonly title?: string
}

const hues = ['indigo', 'teal', 'pink', 'amber', 'violet', 'cyan', 'green', 'orange', 'blue', 'red'] as const

/** The palette's name for a person's colour. */
export function hueOf(seed: string): (typeof hues)[number] {
  let hash = 0
  for (const sign of seed) hash = (hash * 31 + (sign.codePointAt(0) ?? 0)) >>> 0
  return hues[hash % hues.length] ?? 'indigo'
}

/** The first letters of a name's first and last word. */
export function initials(name: string): string {
  const parts = name.trim().split(/\s+/).filter(part => part !== '')
  const first = [...(parts[0] ?? '?')][0] ?? '?'
  const last = parts.length > 1 ? [...(parts[parts.length - 1] ?? '')][0] ?? '' : ''
  return (first + last).toLocaleUpperCase()
}

/** A person as a coloured disc with initials; without a title it is an ornament beside a name. */
export function Avatar({ name, seed = name, size = 28, title = name }: AvatarProps): JSX.Element {
  const hue = hueOf(seed)
  const meaning = title === '' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': title, title }
  return (
    <span className="ds-avatar" {...meaning}
      style={{
        width: size, height: size, fontSize: size * 0.4, color: `var(--wm-${hue})`, background: `var(--wm-${hue}-tint)`,
      }}>
      {initials(name)}
    </span>
  )
}
