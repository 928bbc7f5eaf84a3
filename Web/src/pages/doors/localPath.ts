const doors = ['/sign-in', '/setup', '/invitation', '/reset', '/api']

/**
 * Where to go on after signing in: a path on this server, and nothing else; `/` if what is asked for is
 * not.
 */
export function localPath(text: string | null | undefined): string {
  if (text === null || text === undefined || text.length > 2_000
    || !/^\/[\x21-\x5b\x5d-\x7e]*$/.test(text)) return '/'
  if (text.startsWith('//')) return '/'
  const path = text.split(/[?#]/)[0] ?? '/'
  return doors.some(door => path === door || path.startsWith(`${door}/`)) ? '/' : text
}
