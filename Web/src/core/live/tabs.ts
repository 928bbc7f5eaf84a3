import type { Elect, TabChannel, TabMessage } from './shared-stream'

/** Whether this browser lets tabs share a stream. */
export const canShare = (): boolean => typeof BroadcastChannel === 'function' && lockManager() !== null

/** The browser's locks; null in old browsers and on pages without TLS. */
export function lockManager(): LockManager | null {
  return (navigator as { locks?: LockManager }).locks ?? null
}

/** The channel between the tabs of one person. */
export function tabChannel(person: string): TabChannel {
  const channel = new BroadcastChannel(`waymark.stream.${person}`)
  return {
    post: (message) => channel.postMessage(message),
    listen: (listener) => {
      channel.onmessage = (event: MessageEvent<TabMessage>) => listener(event.data)
    },
    close: () => channel.close(),
  }
}

/** Whoever holds the lock leads; it passes on by itself when the tab goes. */
export const electByLock = (person: string, locks: LockManager): Elect => (lead) => {
  const abort = new AbortController()
  let letGo: () => void = () => abort.abort()
  locks.request(`waymark.stream.${person}`, { signal: abort.signal }, () => new Promise<void>((resolve) => {
    letGo = resolve
    lead()
  })).catch(() => undefined)
  return () => letGo()
}
