import { chooseContext, loadContexts } from '../store/cluster/contexts'
import { knownContexts, whyNoCluster } from '../store/cluster/cluster-state'
import { useApp, useSession } from '../store/session'
import { Icon } from '../ui/icon'
import css from './choose-cluster.module.css'
import { contextSays } from './context-words'
import { FailureNote, LinkButton } from './failure-note'

/** Which cluster: asked before anything else, and never answered by itself. */
export function ChooseCluster({ then }: { readonly then: () => void }) {
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
      <p>Choose a cluster. It is asked only; nothing is changed there by that.</p>
      <ul className={css.contexts} aria-label="Contexts">
        {knownContexts(cluster).map((context, n) => (
          <li key={context.name}>
            <button
              type="button"
              className={css.context}
              autoFocus={n === 0}
              onClick={() => {
                void chooseContext(session, context)
                then()
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
