import type { Batch, BatchAnswer, Revision } from '../model/wire'
import type { Ref } from '../types'
import type {
  Invitation, MapFinding, NewMap, OpenSession, Person, Reality, Role, SavedView, SearchHit, Session, Settings,
  Share, Snapshot, Template,
} from './answers'
import { path, query, request } from './request'

/**
 * Everything the browser asks of the server; every function throws an `ApiFailure` when it does not succeed.
 */
export const api = {
  session: (): Promise<Session> => request('/api/session'),
  setUp: (
    body: { token: string; name: string; email: string; password: string },
  ): Promise<{ person: Person }> => request('/api/setup', { method: 'POST', body }),
  signIn: (body: { email: string; password: string }): Promise<{ person: Person }> =>
    request('/api/sign-in', { method: 'POST', body }),
  signOut: (): Promise<void> => request('/api/sign-out', { method: 'POST' }),
  changePassword: (body: { current: string; new: string }): Promise<void> =>
    request('/api/password', { method: 'POST', body }),
  changeMe: (body: { name?: string; settings?: Settings }): Promise<unknown> =>
    request('/api/me', { method: 'PATCH', body }),

  sessions: (): Promise<readonly OpenSession[]> => request('/api/sessions'),
  endSession: (id: string): Promise<void> =>
    request(path('/api/sessions/{id}', { id }), { method: 'DELETE' }),

  people: (): Promise<readonly Person[]> => request('/api/people'),
  changePerson: (id: string, body: { role?: Role; isActive?: boolean }): Promise<unknown> =>
    request(path('/api/people/{id}', { id }), { method: 'PATCH', body }),

  invitations: (): Promise<readonly Invitation[]> => request('/api/invitations'),
  invite: (body: { role: Role; note: string }): Promise<Invitation> =>
    request('/api/invitations', { method: 'POST', body }),
  withdrawInvitation: (id: string): Promise<void> =>
    request(path('/api/invitations/{id}', { id }), { method: 'DELETE' }),
  acceptInvitation: (
    body: { token: string; name: string; email: string; password: string },
  ): Promise<{ person: Person }> => request('/api/invitations/accept', { method: 'POST', body }),

  shares: (map: string): Promise<readonly Share[]> => request(path('/api/maps/{map}/shares', { map })),
  share: (
    map: string,
    body: { label: string; days: number; lanes: readonly string[] | null; showsNumbers: boolean },
  ): Promise<Share> => request(path('/api/maps/{map}/shares', { map }), { method: 'POST', body }),
  revokeShare: (id: string): Promise<void> => request(path('/api/shares/{id}', { id }), { method: 'DELETE' }),

  workspace: (): Promise<Snapshot> => request('/api/workspace'),
  map: (map: string): Promise<Snapshot> => request(path('/api/maps/{map}', { map })),
  /** `person` is who made the edits: a server that sees somebody else's session may refuse them. */
  edits: (
    person: string, client: string, batches: readonly Batch[], keepalive = false,
  ): Promise<{ answers: readonly BatchAnswer[] }> => request('/api/edits', {
    method: 'POST', body: { client, batches }, keepalive, headers: { 'X-Waymark-Person': person },
  }),
  attend: (body: { client: string; map: string; object: Ref | null }): Promise<void> =>
    request('/api/presence', { method: 'POST', body }),

  findings: (map: string): Promise<{ revision: number; findings: readonly MapFinding[] }> =>
    request(path('/api/maps/{map}/findings', { map })),
  reality: (map: string): Promise<Reality> => request(path('/api/maps/{map}/reality', { map })),
  history: (map: string, before?: number, limit?: number): Promise<{ revisions: readonly Revision[] }> =>
    request(path('/api/maps/{map}/history', { map }) + query({ before, limit })),

  views: (map: string): Promise<readonly SavedView[]> => request(path('/api/maps/{map}/views', { map })),
  saveView: (
    map: string, body: { id?: string; name: string; isShared: boolean; settings: Settings },
  ): Promise<SavedView> => request(path('/api/maps/{map}/views', { map }), { method: 'POST', body }),
  deleteView: (id: string): Promise<void> => request(path('/api/views/{id}', { id }), { method: 'DELETE' }),

  search: (q: string, signal?: AbortSignal): Promise<{ hits: readonly SearchHit[] }> =>
    request(`/api/search${query({ q })}`, signal ? { signal } : {}),
  templates: (): Promise<readonly Template[]> => request('/api/templates'),
  newMap: (body: NewMap): Promise<{ map: string; revision: number }> =>
    request('/api/maps', { method: 'POST', body }),
  /** PNG, JPEG, WebP or GIF, told by the bytes. */
  upload: (picture: Blob): Promise<{ hash: string; type: string }> =>
    request('/api/files', { method: 'PUT', body: picture }),
}
