import { createContext, useCallback, useContext, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { ApiFailure, api } from '../../core'
import type { Role, Session } from '../../core'
import { Toasts } from '../../design/Toast'
import type { ToastMessage } from '../../design/Toast'
import { isSignedOut } from './sentences'
import { SignInAgain } from './SignInAgain'

export type Me = NonNullable<Session['person']>

/** What every working page has at hand. */
export interface Desk {
  readonly person: Me
  readonly workspaceName: string
  readonly mayEdit: boolean
  readonly isOwner: boolean
  /**
   * Asks the server; if the session has ended meanwhile, the person signs in again here and nothing typed
   * is lost.
   */
  attempt<Answer>(ask: () => Promise<Answer>): Promise<Answer>
  say(text: string, action?: ToastMessage['action']): void
  warn(text: string): void
  /** Asks for the password again; fulfilled when somebody is signed in. */
  signInAgain(): Promise<void>
}

const DeskContext = createContext<Desk | null>(null)

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (desk === null) throw new Error('a working page stands in a DeskProvider')
  return desk
}

const mayEdit = (role: Role): boolean => role === 'editor' || role === 'owner'

interface DeskProviderProps {
  readonly person: Me
  readonly workspaceName: string
  readonly children: ReactNode
}

export function DeskProvider({ person, workspaceName, children }: DeskProviderProps): JSX.Element {
  const [messages, setMessages] = useState<readonly ToastMessage[]>([])
  const [isAsking, setAsking] = useState(false)
  const waiting = useRef<{ readonly done: () => void; readonly refused: (problem: unknown) => void }[]>([])
  const number = useRef(0)

  const put = useCallback((text: string, tone: ToastMessage['tone'],
    action?: ToastMessage['action']): void => {
    const id = number.current += 1
    const message: ToastMessage = { id, text, tone, ...(action === undefined ? {} : { action }) }
    setMessages(before => [...before.filter(each => each.text !== text).slice(-2), message])
  }, [])
  const dismiss = useCallback((id: number): void =>
    setMessages(before => before.filter(each => each.id !== id)), [])

  const signInAgain = useCallback((): Promise<void> => new Promise((done, refused) => {
    waiting.current.push({ done, refused })
    setAsking(true)
  }), [])

  const desk = useMemo<Desk>(() => ({
    person, workspaceName, mayEdit: mayEdit(person.role), isOwner: person.role === 'owner',
    say: (text, action) => put(text, 'plain', action),
    warn: text => put(text, 'problem'),
    signInAgain,
    attempt: async ask => {
      for (;;) {
        try {
          return await ask()
        } catch (problem) {
          if (!isSignedOut(problem)) throw problem
          await signInAgain()
        }
      }
    },
  }), [person, workspaceName, put, signInAgain])

  const settle = (isDone: boolean): void => {
    setAsking(false)
    const all = waiting.current.splice(0)
    for (const each of all) {
      if (isDone) each.done()
      else each.refused(new ApiFailure(401, 'signed-out', ''))
    }
  }
  return (
    <DeskContext.Provider value={desk}>
      {children}
      <div aria-live="polite"><Toasts messages={messages} onDismiss={dismiss} /></div>
      {isAsking && <SignInAgain person={person} onDone={() => settle(true)} onCancel={() => settle(false)} />}
    </DeskContext.Provider>
  )
}

export const loadSession = (): Promise<Session> => api.session()
