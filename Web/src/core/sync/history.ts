import type { Inverse } from '../model/inverse'
import type { StoredHistory } from './queue-store'

/** The part of an intention that went out as one batch. */
export interface HistoryPart {
  readonly client: string
  readonly sequence: number
  readonly inverses: readonly Inverse[]
}

/** One intention of this person, and how to take it back. */
export interface HistoryEntry {
  readonly intention: string
  /** In the order in which they were made. */
  readonly parts: readonly HistoryPart[]
}

const longest = 200

/** The undo and redo lists of one person in one tab. */
export class History {
  private undoable: HistoryEntry[]
  private redoable: HistoryEntry[]

  constructor(stored: StoredHistory | null = null) {
    this.undoable = [...(stored?.undo ?? [])]
    this.redoable = [...(stored?.redo ?? [])]
  }

  get canUndo(): boolean {
    return this.undoable.length > 0
  }

  get canRedo(): boolean {
    return this.redoable.length > 0
  }

  /** The intention that would be next. */
  next(direction: 'undo' | 'redo'): string | null {
    const list = direction === 'undo' ? this.undoable : this.redoable
    return list[list.length - 1]?.intention ?? null
  }

  get stored(): StoredHistory {
    return { undo: this.undoable, redo: this.redoable }
  }

  /** A new intention; what was undone before can no longer be done again. */
  did(entry: HistoryEntry): void {
    this.undoable.push(entry)
    if (this.undoable.length > longest) this.undoable.shift()
    this.redoable = []
  }

  /** The last intention goes on: its inverse takes back all of it. */
  amend(
    client: string, sequence: number, change: (inverses: readonly Inverse[]) => readonly Inverse[],
  ): void {
    const rewrite = (entry: HistoryEntry): HistoryEntry =>
      entry.parts.some((part) => part.client === client && part.sequence === sequence)
        ? {
            ...entry,
            parts: entry.parts.map((part) =>
              part.client === client && part.sequence === sequence
                ? { ...part, inverses: change(part.inverses) } : part),
          }
        : entry
    // An intention that came to nothing is not worth a key press.
    const hasEffect = (entry: HistoryEntry): boolean => entry.parts.some((part) => part.inverses.length > 0)
    this.undoable = this.undoable.map(rewrite).filter(hasEffect)
    this.redoable = this.redoable.map(rewrite).filter(hasEffect)
  }

  /** The intention that an undo or a redo is about. */
  take(direction: 'undo' | 'redo'): HistoryEntry | undefined {
    return (direction === 'undo' ? this.undoable : this.redoable).pop()
  }

  /** What an undo or a redo did, so that it can be taken back in turn. */
  turned(direction: 'undo' | 'redo', entry: HistoryEntry): void {
    const other = direction === 'undo' ? this.redoable : this.undoable
    other.push(entry)
  }

  /** Whether the last intention is this batch alone, and nothing was undone since. */
  endsWith(client: string, sequence: number): boolean {
    const last = this.undoable[this.undoable.length - 1]
    const part = last?.parts[0]
    return this.redoable.length === 0 && last?.parts.length === 1
      && part?.client === client && part.sequence === sequence
  }
}
