import { isLoss, type Batch, type BatchAnswer } from '../model/wire'
import type { Edit, Notice } from '../types'
import { words } from '../../words/words'

/** What people type, as opposed to what places and joins things. */
const typed = ['text', 'name', 'note', 'mindset', 'goal', 'businessAim'] as const
/** A message holds so many texts; a paste may have had thousands. */
const most = 20

/**
 * What is said when a batch was saved only in part, or came too late for what others had deleted; null if
 * nothing was lost.
 *
 * The words that found no place are said again, so that they can be copied from the message.
 */
export function noticeOfLoss(batch: Batch, { outcomes }: BatchAnswer): Notice | null {
  const lost = outcomes.find(isLoss)
  if (lost === undefined) return null
  const { intention } = batch
  if (lost.outcome !== 'to-tombstone') {
    const message = lost.message ?? words('save.partly', { intention })
    return { kind: 'partly', message, ...(lost.hint ? { hint: lost.hint } : {}) }
  }
  // The server answers edits one by one, in order.
  const texts = 'edits' in batch
    ? batch.edits.filter((_, place) => outcomes[place]?.outcome === 'to-tombstone').flatMap(textsOf)
    : []
  const message = texts.length === 0
    ? words('save.tooLate', { intention })
    : words('save.tooLateText', { intention, text: texts.slice(0, most).join(' · ') })
  return { kind: 'partly', message }
}

function textsOf(edit: Edit): readonly string[] {
  const values = edit.type === 'insert' ? typed.map((name) => edit.properties[name])
    : edit.type === 'set' && typed.some((name) => name === edit.property) ? [edit.value] : []
  return values.filter((value): value is string => typeof value === 'string' && value !== '')
}
