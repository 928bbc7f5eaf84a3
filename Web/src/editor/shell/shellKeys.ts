import { useEffect } from 'react'
import type { CommandContext } from '../commands/registry'
import { useEditor } from '../view/services'

const typesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target instanceof HTMLTextAreaElement
    || target instanceof HTMLSelectElement
      || (target instanceof HTMLInputElement && !['checkbox', 'range', 'radio'].includes(target.type)))

/** Listens for the keys that work outside the canvas too. In a text field only those that cannot mean text. */
export function useShellKeys(): void {
  const { commands, document, view, services } = useEditor()
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return
      const context: CommandContext = { document, view, services }
      const command = commands.match(event, context, false)
      if (command === undefined) return
      if (typesText(event.target)) {
        const isText = !event.ctrlKey && !event.metaKey && !event.altKey && event.key.length === 1
        // In a field Ctrl-Z takes back what was typed there.
        if (isText || command.id.endsWith('undo') || command.id.endsWith('redo')) return
      }
      event.preventDefault()
      command.run(context)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [commands, document, view, services])
}
