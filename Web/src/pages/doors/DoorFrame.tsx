import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { words } from '../../words/words'
import { DoorPicture } from './DoorPicture'

interface DoorFrameProps {
  readonly title: string
  readonly lead?: ReactNode
  readonly children?: ReactNode
  /** Small print under the form. */
  readonly foot?: ReactNode
  /** Takes the focus when the page has become another one, such as the one for an expired link. */
  readonly takesFocus?: boolean
}

/** A page outside the workspace: a form on one side, what it opens on the other. */
export function DoorFrame({ title, lead, children, foot, takesFocus = false }: DoorFrameProps): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · Waymark`
    if (takesFocus) heading.current?.focus()
  }, [title, takesFocus])
  return (
    <div className="door-frame">
      <div className="door-side">
        <div className="door-brand"><Mark />Waymark</div>
        <div className="door-form">
          <h1 ref={heading} tabIndex={-1}>{title}</h1>
          {lead !== undefined && <p className="door-lead">{lead}</p>}
          {children}
        </div>
        {foot !== undefined && <div className="door-foot">{foot}</div>}
      </div>
      <div className="door-picture" aria-hidden="true">
        <DoorPicture />
        <p>{words('door.motto')}</p>
      </div>
    </div>
  )
}

/** The sign of the product: a way that bends to its mark. */
export function Mark({ size = 30 }: { readonly size?: number }): JSX.Element {
  return (
    <svg width={size} height={size} viewBox="0 0 26 26" aria-hidden="true" focusable="false">
      <rect width="26" height="26" rx="7" fill="var(--accent)" />
      <path d="M5.5 19.5c5 0 2.5-8 7.5-8s2 4.5 4.5 4.5" fill="none" stroke="var(--on-accent)"
        strokeWidth="2.2"
        strokeLinecap="round" />
      <path d="M17.5 16V6.5l4 2-4 2" fill="var(--on-accent)" stroke="var(--on-accent)" strokeWidth="1.4"
        strokeLinejoin="round" />
    </svg>
  )
}
