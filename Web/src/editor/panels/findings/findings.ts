import type { Ref } from '../../../core/types'

export type Severity = 'error' | 'warning' | 'note'

/** What a rule of the model has found on the map. */
export interface Finding {
  /** Stable and documented, such as `map.barrier-without-solution`. */
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly hint: string | null
  readonly subject: Ref
  /** The property concerned. */
  readonly property: string | null
}

export interface FindingGroup { readonly severity: Severity; readonly findings: readonly Finding[] }

const order: readonly Severity[] = ['error', 'warning', 'note']

/** Errors first, then warnings, then notes; within one severity as the server lists them. */
export function bySeverity(findings: readonly Finding[]): readonly FindingGroup[] {
  return order
    .map(severity => ({ severity, findings: findings.filter(finding => finding.severity === severity) }))
    .filter(group => group.findings.length > 0)
}

/** What the badge counts: what should be mended; notes are advice. */
export const urgentCount = (findings: readonly Finding[]): number =>
  findings.filter(finding => finding.severity !== 'note').length

/** How a finding is mended with one press: by an edit, or by going to the field in question. */
export type Fix =
  | { readonly kind: 'addSolution'; readonly card: string }
  | { readonly kind: 'clear'; readonly object: Ref; readonly property: string }
  | { readonly kind: 'focus'; readonly object: Ref; readonly field: string }
  | { readonly kind: 'panel'; readonly panel: 'personas' | 'inspector' }
  | { readonly kind: 'delete'; readonly object: Ref }

/** The fix of a finding; null where only a person can think of one. */
export function fixFor(finding: Finding): Fix | null {
  const { subject } = finding
  const focus = (field: string): Fix => ({ kind: 'focus', object: subject, field })
  switch (finding.code) {
    case 'map.barrier-without-solution': return { kind: 'addSolution', card: subject.id }
    case 'map.solution-without-cause': return focus('links')
    case 'map.solution-without-owner': return focus('owner')
    case 'map.stage-without-goal': return focus('goal')
    case 'map.time-frame-inverted': case 'map.time-frame-negative': return focus('timeFrame')
    case 'map.card-without-evidence': case 'map.stale-card': case 'map.contradicted-card':
    case 'map.evidence-in-future': case 'map.evidence-without-date': case 'map.evidence-without-source':
    case 'map.reading-impossible': return focus('evidence')
    case 'map.claim-not-a-number': return focus('claim')
    case 'map.empty-card': return { kind: 'delete', object: subject }
    case 'map.empty-name': return focus('name')
    case 'map.effort-not-positive': return { kind: 'clear', object: subject, property: 'effort' }
    case 'map.emotion-out-of-range': return focus('emotion')
    case 'map.without-purpose': return focus('purpose.why')
    case 'map.without-product-or-audience': return focus('product')
    case 'map.review-overdue': case 'map.review-in-future': return focus('lastReviewed')
    case 'map.without-persona': case 'map.persona-twice': case 'map.persona-of-another-audience':
    case 'map.primary-persona-not-customer': return { kind: 'panel', panel: 'personas' }
    default: return null
  }
}
