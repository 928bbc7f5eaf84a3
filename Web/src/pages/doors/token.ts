/**
 * The secret behind the # of a link, read once and then taken out of the address bar, so that it is not left in
 * bookmarks and screenshots. Within this tab it stays, so that a reload does not lose it.
 */
export function takeToken(): string {
  const place = `waymark.link${window.location.pathname}`
  const given = window.location.hash.replace(/^#/, '')
  if (given !== '') {
    history.replaceState(history.state, '', window.location.pathname + window.location.search)
    try { window.sessionStorage.setItem(place, given) } catch { /* It lasts as long as the page. */ }
    return given
  }
  try {
    return window.sessionStorage.getItem(place) ?? ''
  } catch {
    return ''
  }
}
