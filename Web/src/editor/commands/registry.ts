import type { MapDocument } from '../../core/types'
import type { EditorView } from '../view/editorView'
import type { Place } from '../view/place'
import type { EditorServices } from '../view/services'
import { matchesKeys } from './keys'

export type CommandGroup = 'edit' | 'cards' | 'stages' | 'lanes' | 'flows' | 'view' | 'go' | 'map' | 'help'

export interface CommandContext {
  readonly document: MapDocument
  readonly view: EditorView
  readonly services: EditorServices
  /** What the command is about, if a menu was opened on it; otherwise the place of the cursor. */
  readonly target?: Place
}

/** One thing a person can do, by key, menu or palette. */
export interface Command {
  readonly id: string
  readonly title: string
  readonly group: CommandGroup
  /** Such as 'Mod+Z', 'Shift+ArrowUp', '?', 'F2'; Mod is Ctrl, or Cmd on a Mac. */
  readonly keys?: readonly string[]
  /** Further words by which the palette finds it. */
  readonly alias?: string
  /** Kept out of the palette: moving the cursor and the like. */
  readonly isQuiet?: boolean
  /** Its keys count only while the map has the keyboard. */
  readonly isOnCanvas?: boolean
  isEnabled(context: CommandContext): boolean
  run(context: CommandContext): void
}

export class CommandRegistry {
  private readonly commands = new Map<string, Command>()

  /** Adds commands; one of the same id is replaced. */
  register(...commands: readonly Command[]): void {
    for (const command of commands) this.commands.set(command.id, command)
  }

  get all(): readonly Command[] {
    return [...this.commands.values()]
  }

  find(id: string): Command | undefined {
    return this.commands.get(id)
  }

  /** Runs a command if it can run now; tells whether it did. */
  run(id: string, context: CommandContext): boolean {
    const command = this.commands.get(id)
    if (command === undefined || !command.isEnabled(context)) return false
    command.run(context)
    return true
  }

  /** The enabled command that a key press means; the first registered wins. */
  match(event: KeyPress, context: CommandContext, isOnCanvas = true): Command | undefined {
    for (const command of this.commands.values()) {
      if (command.isOnCanvas === true && !isOnCanvas) continue
      if (command.keys?.some((keys) => matchesKeys(keys, event)) === true && command.isEnabled(context)) {
        return command
      }
    }
    return undefined
  }
}

/** The part of a keyboard event that decides. */
export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}
