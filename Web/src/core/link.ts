/**
 * How it stands between this tab and the server; `troubled`: it answers, but cannot save now (a full disk).
 */
export type Link = 'open' | 'lost' | 'troubled' | 'signed-out' | 'outdated'
