let page: Promise<Document | null> | null = null

/** The words of a definition, taken from the page that holds them all; null if they cannot be had. */
export async function definitionOf(name: string): Promise<string | null> {
  page ??= load()
  const found = await page
  if (found === null) {
    // The next one who asks tries again.
    page = null
    return null
  }
  return found.getElementById(name)?.querySelector('dd')?.textContent?.trim() ?? null
}

async function load(): Promise<Document | null> {
  try {
    const answer = await fetch('/definitions', { headers: { Accept: 'text/html' }, credentials: 'same-origin' })
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null
  } catch {
    return null
  }
}
