import { NO_CUSTOM_KINDS } from '../../shared/kinds/custom-kinds'
import { kindLookup, type KindLookup } from '../../shared/kinds/kind-lookup'
import { kindsToLoad, knownOf, withKinds } from '../../shared/kinds/schemas/known'
import { updateDesign } from '../../shared/workspace/design'
import type { Session } from './session'
import { showToast } from './toasts'

/** Kinds are asked for when the user has stopped typing: half a kind's name is a kind too. */
const PAUSE = 200

/**
 * Loads the schemas of the kinds that the open design holds, as they come, and brings its problems up to date. One kind
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
      while (await loadOne(session));
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

/** Loads one kind that the design needs; false where there is none. The design may have changed meanwhile, or be another. */
async function loadOne({ store }: Session): Promise<boolean> {
  const { open, view } = store.getState()
  if (!open) return false
  const before = knownOf(view.kubernetes, open.design.known)
  const [wanted] = kindsToLoad(before, open.design.workspace.objects)
  if (!wanted) return false
  const known = await withKinds(before, [wanted])
  store.setState(state => {
    if (state.open?.key !== open.key) return {}
    const design = updateDesign(state.open.design, state.open.design.workspace, known)
    return { open: { ...state.open, design } }
  })
  await new Promise(resolve => setTimeout(resolve))
  return true
}
