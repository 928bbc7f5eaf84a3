import type { SyncedDocument } from './document'

/** Lets a document take part in the life of its page; the answer ends that. */
export function followPage(synced: SyncedDocument): () => void {
  const abort = new AbortController()
  const { signal } = abort
  const look = (): void => {
    if (document.visibilityState === 'visible') synced.retry()
    else synced.flush()
  }
  window.addEventListener('online', () => synced.setOnline(true), { signal })
  window.addEventListener('offline', () => synced.setOnline(false), { signal })
  window.addEventListener('focus', () => synced.retry(), { signal })
  window.addEventListener('pagehide', () => synced.leave(), { signal })
  document.addEventListener('visibilitychange', look, { signal })
  if (!navigator.onLine) synced.setOnline(false)
  return () => abort.abort()
}
