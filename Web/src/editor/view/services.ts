import { createContext, useContext } from 'react'
import type { MapDocument } from '../../core/types'
import type { CommandRegistry } from '../commands/registry'
import type { EditorView } from './editorView'

/** How well a card's statement is backed. */
export type EvidenceStatus = 'assumption' | 'anecdotal' | 'supported' | 'contradicted'

export interface CardMark {
  readonly status: EvidenceStatus
  readonly isStale?: boolean
  /** One sentence for the tooltip. */
  readonly summary?: string
}

/** The evidence status of cards, from the server's numbers; cards that are not in it show no mark. */
export interface CardMarks {
  readonly marks: ReadonlyMap<string, CardMark>
  /** Measured emotion per stage, −3…+3. */
  readonly measured: ReadonlyMap<string, number>
  subscribe(listener: () => void): () => void
}

/** What the page gives the editor besides the document. */
export interface EditorServices {
  /** What this person may do with the map. */
  readonly permission: 'view' | 'comment' | 'edit' | 'own'
  /** This browser tab's name among those present. */
  readonly client: string
  readonly marks: CardMarks
  /** Stores a picture and answers its content hash; rejects with a message for the person. */
  uploadPicture(file: Blob): Promise<string>
  /** Where a stored picture can be seen. */
  pictureAddress(hash: string): string
}

export interface Editor {
  readonly document: MapDocument
  readonly view: EditorView
  readonly commands: CommandRegistry
  readonly services: EditorServices
}

export const mayEdit = (services: EditorServices): boolean =>
  services.permission === 'edit' || services.permission === 'own'

/** Marks for a map about which nothing is known yet. */
export const noMarks: CardMarks = {
  marks: new Map<string, CardMark>(), measured: new Map<string, number>(), subscribe: () => () => undefined,
}

const context = createContext<Editor | null>(null)

export const EditorProvider = context.Provider

/** The editor that a component belongs to. */
export function useEditor(): Editor {
  const editor = useContext(context)
  if (editor === null) throw new Error('this component must stand inside an EditorProvider')
  return editor
}
