import { NO_CUSTOM_KINDS } from '../../shared/kinds/custom-kinds'
import { kindLookup, type KindLookup } from '../../shared/kinds/kind-lookup'
import { kindsToLoad, knownOf, withKinds } from '../../shared/kinds/schemas/known'
import { updateDesign } from '../../shared/workspace/design'
import { atMost, breathe, within } from './pace'
import type { Session } from './session'
import { showToast } from './toasts'

/** Kinds are asked for when the user has stopped typing: half a kind's name is a kind too. */
const PAUSE = 200

/**
 * Loads the schemas of the kinds that the open design holds, as they come, one
 * at a time, so that the window breathes between them. It goes on for as long as the window lives.
 */
export function followKinds(session: Session): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isLoading = false
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(() => void load(), PAUSE)
  }
  const load = async () => {
    if (isLoading) return
    isLoading = true
    try {
      while (await loadSome(session));
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error)
      showToast(session, { tone: 'error', title: 'Manifests are not checked against Kubernetes’ schemas', text })
    }
    isLoading = false
  }
  session.store.subscribe((state, before) => {
    const { open } = state
    if (!open || open.reading) return
    const isSame = open.design.workspace.objects === before.open?.design.workspace.objects
    if (!isSame || before.open?.reading || state.view.kubernetes !== before.view.kubernetes) later()
  })
}

/** The kinds that the open design may use: its own, and those of the Kubernetes version that it is checked against. */
export function knownKinds({ store }: Session): KindLookup {
  const { open, view } = store.getState()
  return kindLookup(view.kubernetes, open?.design.customKinds ?? NO_CUSTOM_KINDS)
}

/** How long kinds are loaded before the window hears of them, in milliseconds: telling it costs more than loading one. */
const TELL = 200

/**
 * Loads kinds that the design needs, for a while; false where there are none. The design may have changed meanwhile, or
 * be another. What their schemas say of the objects is left to `followChecks`.
 */
async function loadSome({ store }: Session): Promise<boolean> {
  const { open, view } = store.getState()
  if (!open) return false
  let known = knownOf(view.kubernetes, open.design.known)
  const wanted = kindsToLoad(known, open.design.workspace.objects)
  if (wanted.length === 0) return false
  const mayGoOn = within(TELL)
  for (const kind of wanted) {
    known = await withKinds(known, [kind])
    await breathe()
    if (!mayGoOn()) break
  }
  store.setState(state => {
    if (state.open?.key !== open.key) return {}
    const design = updateDesign(state.open.design, state.open.design.workspace, known, atMost(0))
    return { open: { ...state.open, design } }
  })
  return true
}
