/** The parts of the window that F6 goes through, in the order of Tab. Each has `data-region`. */
const REGIONS = ['bar', 'rail', 'filter', 'canvas', 'inspector', 'source', 'live', 'problems', 'messages', 'status']
const CAN_FOCUS =
  'button:not([disabled]), input:not([disabled]), select:not([disabled]), [tabindex="0"], .cm-content, a[href]'

/** Moves the focus to the next region that is on the page (1), or to the one before (-1). */
export function focusRegion(direction: 1 | -1): void {
  const here = document.activeElement?.closest<HTMLElement>('[data-region]')?.dataset['region']
  const from = here === undefined ? -direction : REGIONS.indexOf(here)
  for (let step = 1; step <= REGIONS.length; step++) {
    const region = REGIONS[(from + direction * step + 2 * REGIONS.length) % REGIONS.length]
    if (region !== undefined && focusIn(region)) return
  }
}

/** Moves the focus to what a region marks as its first thing, else to the first that takes it. Says whether there is one. */
export function focusIn(region: string): boolean {
  const element = document.querySelector<HTMLElement>(`[data-region="${region}"]`)
  if (!element) return false
  const first = element.querySelectorAll<HTMLElement>('[data-first]:not([disabled])')
  return [...first, ...element.querySelectorAll<HTMLElement>(CAN_FOCUS)].some(takesFocus)
}

/** What is hidden doesn't take the focus, whatever it is. */
function takesFocus(element: HTMLElement): boolean {
  element.focus()
  return document.activeElement === element
}

/** Moves the focus to the filter of the cards. */
export function focusFilter(): void {
  document.querySelector<HTMLElement>('[data-region="filter"] input')?.focus()
}
