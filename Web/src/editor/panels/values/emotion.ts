import type { Value } from '../../../core/types'
import type { Emotion } from '../../canvas/objects'
import { parts } from './reading'

export const lowestScore = -3
export const highestScore = 3

export function emotionFrom(value: Value | undefined): Emotion | null {
  const read = parts(value)
  if (read === null || typeof read['score'] !== 'number') return null
  const { score, name, emoji, persona, branch } = read
  return {
    score,
    name: typeof name === 'string' ? name : '',
    emoji: typeof emoji === 'string' ? emoji : '',
    persona: typeof persona === 'string' ? persona : null,
    branch: branch === 'well' || branch === 'badly' ? branch : null,
  }
}

/** The value as the server writes it: name and emoji always stand there, parts that are not set are left out. */
export function emotionValue(emotion: Emotion): Value {
  const value: Record<string, Value> = { score: emotion.score, name: emotion.name, emoji: emotion.emoji }
  if (emotion.persona !== null) value['persona'] = emotion.persona
  if (emotion.branch !== null) value['branch'] = emotion.branch
  return value
}

/** Feelings a person may pick, worst first; `key` names the word. */
export const feelings = [
  { key: 'furious', emoji: '😡', score: -3 },
  { key: 'desperate', emoji: '😭', score: -3 },
  { key: 'frustrated', emoji: '😤', score: -2 },
  { key: 'disappointed', emoji: '😞', score: -2 },
  { key: 'worried', emoji: '😟', score: -2 },
  { key: 'confused', emoji: '😕', score: -1 },
  { key: 'doubtful', emoji: '🤔', score: -1 },
  { key: 'bored', emoji: '🥱', score: -1 },
  { key: 'indifferent', emoji: '😐', score: 0 },
  { key: 'curious', emoji: '🧐', score: 1 },
  { key: 'calm', emoji: '🙂', score: 1 },
  { key: 'relieved', emoji: '😌', score: 2 },
  { key: 'content', emoji: '😊', score: 2 },
  { key: 'proud', emoji: '😎', score: 2 },
  { key: 'delighted', emoji: '😍', score: 3 },
  { key: 'excited', emoji: '🤩', score: 3 },
] as const

export type FeelingKey = (typeof feelings)[number]['key']

/** The emoji that stands for a score as long as nobody has picked one. */
export function emojiFor(score: number): string {
  const signs = ['😡', '😞', '😕', '😐', '🙂', '😊', '🤩'] as const
  const step = Math.round(Math.min(highestScore, Math.max(lowestScore, score))) - lowestScore
  return signs[step] ?? '😐'
}
