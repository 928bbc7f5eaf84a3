import { useEffect, useRef, useState } from 'react'
import { words } from '../words/words'
import { Button } from './Button'

interface CopyFieldProps {
  readonly label: string
  readonly text: string
  readonly isFocused?: boolean
}

/** A text to be taken elsewhere, such as a link, with a button that copies it. */
export function CopyField({ label, text, isFocused = false }: CopyFieldProps): JSX.Element {
  const [state, setState] = useState<'ready' | 'copied' | 'refused'>('ready')
  const input = useRef<HTMLInputElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => { if (isFocused) button.current?.focus() }, [isFocused])
  useEffect(() => {
    if (state !== 'copied') return undefined
    const timer = setTimeout(() => setState('ready'), 2_500)
    return () => clearTimeout(timer)
  }, [state])
  const copy = async (): Promise<void> => {
    input.current?.select()
    try {
      await navigator.clipboard.writeText(text)
      setState('copied')
    } catch {
      // The text is selected: the keys of the browser copy it.
      setState('refused')
    }
  }
  return (
    <div className="ds-copy">
      <input ref={input} className="ds-input" readOnly value={text} aria-label={label}
        onFocus={event => event.target.select()} />
      <Button ref={button} kind="primary" icon={state === 'copied' ? 'check' : 'copy'}
        onClick={() => void copy()}>
        {words(state === 'copied' ? 'page.copied' : 'page.copy')}
      </Button>
      <span className="visually-hidden" role="status">
        {state === 'ready' ? '' : words(state === 'copied' ? 'page.copied' : 'page.copyByKeys')}
      </span>
    </div>
  )
}
