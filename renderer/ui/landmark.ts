/**
 * Where menus and popovers are put into the page: its main part, so that they stand inside a landmark, as everything on a page
 * should. Undefined (the body) while there is none.
 */
export function landmarkHome(): HTMLElement | undefined {
  return document.querySelector<HTMLElement>('main, [role="main"]') ?? undefined
}
