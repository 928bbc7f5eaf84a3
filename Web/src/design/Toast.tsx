import { useEffect } from 'react'
import { words } from '../words/words'
import { Button, IconButton } from './Button'

export interface ToastMessage {
  readonly id: number
  readonly text: string
  readonly tone: 'plain' | 'problem'
  readonly action?: { readonly title: string; readonly run: () => void }
}

interface ToastsProps {
  readonly messages: readonly ToastMessage[]
  readonly onDismiss: (id: number) => void
}

/** Short messages at the bottom of the window; plain ones leave by themselves, problems stay. */
export function Toasts({ messages, onDismiss }: ToastsProps): JSX.Element {
  return (
    <div className="ds-toasts">
      {messages.map(message => <Toast key={message.id} message={message} onDismiss={onDismiss} />)}
    </div>
  )
}

function Toast({ message, onDismiss }: { readonly message: ToastMessage; readonly onDismiss: (id: number) => void }):
JSX.Element {
  const { id, tone, action } = message
  useEffect(() => {
    if (tone === 'problem') return undefined
    const timer = setTimeout(() => onDismiss(id), action === undefined ? 4_000 : 8_000)
    return () => clearTimeout(timer)
  }, [id, tone, action, onDismiss])
  return (
    <div className={`ds-toast is-${tone}`} role={tone === 'problem' ? 'alert' : undefined}>
      <span>{message.text}</span>
      {action !== undefined && (
        <Button kind="quiet" size="small" onClick={() => { onDismiss(id); action.run() }}>{action.title}</Button>
      )}
      <IconButton icon="close" size="small" label={words('design.dismiss')} onClick={() => onDismiss(id)} />
    </div>
  )
}
