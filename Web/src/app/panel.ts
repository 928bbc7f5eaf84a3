/** The side panel: shows the part of a detail page that is marked as its content. */

let opener: Element | null = null

function close(panel: HTMLElement): void {
  panel.hidden = true
  document.body.classList.remove('has-panel')
  for (const chosen of Array.from(document.querySelectorAll('.is-chosen'))) chosen.classList.remove('is-chosen')
  if (opener instanceof HTMLElement || opener instanceof SVGElement) opener.focus()
  opener = null
}

export async function openDetail(address: string, from: Element): Promise<void> {
  const panel = document.querySelector<HTMLElement>('.panel')
  const body = panel?.querySelector<HTMLElement>('.panel-body') ?? null
  if (panel === null || body === null) return
  for (const chosen of Array.from(document.querySelectorAll('.is-chosen'))) chosen.classList.remove('is-chosen')
  from.classList.add('is-chosen')
  opener = from
  const response = await fetch(address, { headers: { accept: 'text/html' } })
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  const content = page.querySelector('.detail')
  if (content === null) {
    window.location.assign(address)
    return
  }
  body.replaceChildren(document.importNode(content, true))
  panel.hidden = false
  document.body.classList.add('has-panel')
  panel.querySelector<HTMLElement>('.panel-close')?.focus()
}

export function startPanel(): void {
  const panel = document.querySelector<HTMLElement>('.panel')
  if (panel === null) return
  panel.querySelector('.panel-close')?.addEventListener('click', () => close(panel))
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !panel.hidden) close(panel)
  })
}
