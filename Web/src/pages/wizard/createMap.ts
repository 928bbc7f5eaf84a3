import { api } from '../../core'
import type { NewMap } from '../../core'
import type { Choice, Draft } from './draft'

/** What the server is asked for, without who asks. */
export function bodyOf(draft: Draft, name: string, template: string): Omit<NewMap, 'client' | 'sequence'> {
  return {
    template, name: name.trim(), product: asked(draft.product), audience: asked(draft.audience),
      kind: draft.kind,
    state: draft.state,
    purpose: { why: draft.why.trim(), expectedOutcome: draft.expectedOutcome.trim(),
      problem: draft.problem.trim() },
    ...(draft.persona.name.trim() === '' ? {} : { persona: asked(draft.persona) }),
  }
}

const asked = ({ id, name }: Choice): { id: string } | { name: string } =>
  (id === null ? { name: name.trim() } : { id })

/**
 * The draft as it goes to the server: what was asked before keeps its number, so that it is done only once.
 */
export function asking(draft: Draft, body: object): Draft {
  const text = JSON.stringify(body)
  if (draft.asked === text) return draft
  return { ...draft, asked: text, sequence: draft.asked === null ? draft.sequence : draft.sequence + 1 }
}

/** Makes the map and answers its id. `keep` is told what is asked for before it is asked. */
export async function createMap(
  draft: Draft, name: string, template: string, keep: (draft: Draft) => void,
  attempt: <Answer>(ask: () => Promise<Answer>) => Promise<Answer>,
): Promise<string> {
  const body = bodyOf(draft, name, template)
  const sent = asking(draft, body)
  keep(sent)
  const { map } = await attempt(() => api.newMap({ client: sent.client, sequence: sent.sequence, ...body }))
  return map
}
