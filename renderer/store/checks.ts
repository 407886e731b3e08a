import { updateDesign, type Design } from '../../shared/workspace/design'
import { breathe, within } from './pace'
import type { Session } from './session'
import type { OpenDesign } from './state'

/**
 * How many documents an edit checks before its frame is drawn. All that it touched in most designs; a number and no
 * time, so that what is said after an edit doesn't hang on how busy the machine is.
 */
export const CHECKED_AT_ONCE = 50
/** How long the window may be busy with checks at a stretch, in milliseconds. */
const BUSY = 6
/** How often the window is told what was found meanwhile, in milliseconds: its lists are long in a large design. */
const TELL = 400

/** Goes on with the checks that were left over, between frames, for as long as the window lives. */
export function followChecks(session: Session): void {
  let isBusy = false
  session.store.subscribe(state => {
    if (isBusy || !hasMore(state.open)) return
    isBusy = true
    void goOn(session).finally(() => (isBusy = false))
  })
}

async function goOn({ store }: Session): Promise<void> {
  let told: Design | undefined
  let ahead: Design | undefined
  let toldAt = performance.now()
  for (;;) {
    await breathe()
    const { open } = store.getState()
    if (!open || !hasMore(open)) return
    // Whatever was changed meanwhile comes first; what is checked already is not checked again.
    if (open.design !== told || !ahead) told = ahead = open.design
    ahead = updateDesign(ahead, ahead.workspace, ahead.known, within(BUSY))
    if (ahead.checked.pending.size > 0 && performance.now() - toldAt < TELL) continue
    store.setState({ open: { ...open, design: ahead } })
    told = ahead
    toldAt = performance.now()
  }
}

/** While a folder is still being read, its files come first. */
function hasMore(open: OpenDesign | null): boolean {
  return open !== null && open.reading === null && open.design.checked.pending.size > 0
}
