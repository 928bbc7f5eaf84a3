import { api, newId } from '../../core'
import type { Edit, MapDocument } from '../../core'
import type { Inverse } from '../../core/model/inverse'
import { words } from '../../words/words'

interface Direct { readonly intention: string; readonly inverses: readonly Inverse[] }
type Step = 'document' | Direct

export interface Turned { readonly intention: string; readonly leftAlone: number }

/**
 * The undo list of the library: its own changes go through the document, and those that reach into several maps at
 * once go to the server as one batch. Both are taken back in the order in which they were made.
 */
export class LibraryHistory {
  private readonly client = newId()
  private sequence = 0
  private undoable: Step[] = []
  private redoable: Step[] = []
  private readonly listeners = new Set<() => void>()
  private version = 0

  constructor(private readonly document: MapDocument) {}

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => { this.listeners.delete(listener) }
  }
  snapshot = (): number => this.version

  /**
   * What would be taken back; null if there is nothing. What an earlier visit did is behind what this one
   * did.
   */
  next(direction: 'undo' | 'redo'): string | null {
    const step = (direction === 'undo' ? this.undoable : this.redoable).slice(-1)[0]
    if (step !== undefined && step !== 'document') return step.intention
    return direction === 'undo' ? this.document.nextUndo : this.document.nextRedo
  }

  commit(intention: string, edits: readonly Edit[]): void {
    this.document.commit(intention, edits)
    this.did('document')
  }

  /** Edits of several maps, as one batch; fulfilled when the server has them. */
  async commitEverywhere(intention: string, edits: readonly Edit[]): Promise<void> {
    this.document.flush()
    const inverses = await this.send({ intention, edits })
    this.did({ intention, inverses })
  }

  async turn(direction: 'undo' | 'redo'): Promise<Turned | null> {
    const [from, to] = direction === 'undo' ? [this.undoable, this.redoable] : [this.redoable, this.undoable]
    const step = from[from.length - 1] ?? 'document'
    if (step === 'document') {
      const turned = direction === 'undo' ? this.document.undo() : this.document.redo()
      from.pop()
      if (turned !== null) to.push('document')
      this.changed()
      return turned
    }
    const inverses = await this.send({ intention: step.intention, undo: step.inverses })
    from.pop()
    if (inverses.length > 0) to.push({ intention: step.intention, inverses })
    this.changed()
    return { intention: step.intention, leftAlone: step.inverses.length - inverses.length }
  }

  private did(step: Step): void {
    this.undoable.push(step)
    this.redoable = []
    this.changed()
  }

  private changed(): void {
    this.version += 1
    for (const listener of [...this.listeners]) listener()
  }

  private async send(
    change: { intention: string } & ({ edits: readonly Edit[] } | { undo: readonly Inverse[] }),
  ): Promise<readonly Inverse[]> {
    this.sequence += 1
    const batch = { ...change, intention: [...change.intention].slice(0, 200).join(''),
      sequence: this.sequence }
    const { answers: [answer] } = await api.edits(this.document.person.id, this.client, [batch])
    if (answer === undefined) throw new Error(words('page.strange'))
    return answer.inverses
  }
}
