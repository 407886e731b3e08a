import { chooseContext, loadContexts } from '../store/cluster/contexts'
import { openApply } from '../store/cluster/apply'
import { knownContexts, whyNoCluster } from '../store/cluster/cluster-state'
import { useApp, useSession } from '../store/session'
import { Icon } from '../ui/icon'
import css from './choose-cluster.module.css'
import { contextSays } from './context-words'
import { FailureNote, LinkButton } from './failure-note'

/** Which cluster: asked before anything else, and never answered by itself. */
export function ChooseCluster() {
  const session = useSession()
  const cluster = useApp(state => state.cluster)
  const why = whyNoCluster(cluster)
  if (why)
    return (
      <FailureNote failure={why}>
        <LinkButton onClick={() => void loadContexts(session)}>Look again</LinkButton>
      </FailureNote>
    )
  return (
    <>
      <p>Choose the cluster that the design is for. It is asked what would change; nothing is changed by that.</p>
      <ul className={css.contexts} aria-label="Contexts">
        {knownContexts(cluster).map((context, n) => (
          <li key={context.name}>
            <button
              type="button"
              className={css.context}
              autoFocus={n === 0}
              onClick={() => {
                void chooseContext(session, context)
                openApply(session)
              }}
            >
              <Icon name="i-cluster" />
              <span className={css.name}>{context.name}</span>
              <span className={css.says}>{contextSays(context)}</span>
              {context.isProtected && (
                <span className={css.guard}>
                  <Icon name="i-lock" size="s" />
                  Protected
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
