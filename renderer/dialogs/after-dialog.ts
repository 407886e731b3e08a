/**
 * Does what was chosen in a dialog that has just been closed. The dialog gives the focus back one turn after it is gone;
 * what is chosen comes behind that, so that a card or an editor that it focuses keeps the focus.
 */
export function afterDialog(act: () => void): void {
  setTimeout(() => setTimeout(act))
}
