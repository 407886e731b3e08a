import { checkReach, chooseContext, chooseNamespace, leaveCluster } from '../store/cluster/contexts'
import { loadContexts, protect } from '../store/cluster/contexts'
import { chosenContext, knownContexts, whyNoCluster } from '../store/cluster/cluster-state'
import type { ClusterState, Reach } from '../store/cluster/cluster-state'
import { useApp, useSession } from '../store/session'
import { Icon } from '../ui/icon'
import { Menu, MenuCheck, MenuChoice, MenuItem, MenuRule, MenuText, MenuTitle, SubMenu } from '../ui/menu'
import { CommandItem } from '../window/command-button'
import css from './cluster-menu.module.css'
import { contextSays } from './context-words'

/** Which cluster the design is held against, always in sight; its menu chooses another, a namespace, and what is protected. */
export function ClusterMenu() {
  const session = useSession()
  const cluster = useApp(state => state.cluster)
  const { chosen } = cluster
  const isProtected = chosenContext(cluster)?.isProtected ?? false
  const why = whyNoCluster(cluster)
  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          className={css.context}
          aria-label="Cluster context"
          aria-description={describe(cluster)}
          title={describe(cluster)}
        >
          <span className={css.reach} data-reach={chosen?.reach.type ?? 'none'} />
          <span className={css.name}>{chosen?.context ?? (why ? 'No cluster' : 'Choose a cluster')}</span>
          {chosen && <span className={css.namespace}>· {chosen.namespace}</span>}
          {isProtected && (
            <span className={css.guard}>
              <Icon name="i-lock" size="s" />
              <span className={css.word}>Protected</span>
            </span>
          )}
          <Icon name="i-chevron-down" size="s" />
        </button>
      }
    >
      {why ? <MenuText>{why.message}</MenuText> : <ContextChoice cluster={cluster} />}
      {chosen && <ChosenItems cluster={cluster} reach={chosen.reach} />}
      <MenuRule />
      {chosen && (
        <>
          <CommandItem id="apply" />
          <CommandItem id="compare-cluster" />
          <CommandItem id="drift" />
          <CommandItem id="import" />
          <CommandItem id="live" />
          <CommandItem id="live-details" />
          <CommandItem id="undo-apply" />
          <MenuRule />
        </>
      )}
      <MenuItem icon="i-refresh" onChoose={() => void loadContexts(session).then(() => checkReach(session))}>
        Look again
      </MenuItem>
      <CommandItem id="cluster-commands" />
      {chosen && (
        <MenuItem icon="i-x" onChoose={() => leaveCluster(session)}>
          Leave {chosen.context}
        </MenuItem>
      )}
    </Menu>
  )
}

function ContextChoice({ cluster }: { readonly cluster: ClusterState }) {
  const session = useSession()
  const contexts = knownContexts(cluster)
  return (
    <>
      <MenuTitle>Context</MenuTitle>
      <MenuChoice
        value={cluster.chosen?.context ?? ''}
        choices={contexts.map(context => ({
          value: context.name,
          label: `${context.name} (${contextSays(context)})`,
        }))}
        onChange={name => {
          const context = contexts.find(each => each.name === name)
          if (context) void chooseContext(session, context)
        }}
      />
    </>
  )
}

function ChosenItems({ cluster, reach }: { readonly cluster: ClusterState; readonly reach: Reach }) {
  const session = useSession()
  const context = chosenContext(cluster)
  const namespace = cluster.chosen?.namespace ?? ''
  const told = reach.type === 'reached' ? (reach.namespaces ?? []) : []
  const namespaces = [...new Set([...told, namespace, context?.namespace ?? namespace])].sort()
  const isFixed = namespace.startsWith('kube-')
  return (
    <>
      <MenuRule />
      <MenuText>{reachSays(reach)}</MenuText>
      <SubMenu icon="k-namespace" label={`Namespace ${namespace}`}>
        <MenuChoice
          value={namespace}
          choices={namespaces.map(name => ({ value: name, label: name }))}
          onChange={name => chooseNamespace(session, name)}
        />
      </SubMenu>
      <MenuCheck on={context?.isProtected ?? false} onChange={on => void protect(session, 'context', on)}>
        Protect {context?.name}
      </MenuCheck>
      {!isFixed && (
        <MenuCheck
          on={context?.protectedNamespaces.includes(namespace) ?? false}
          onChange={on => void protect(session, 'namespace', on)}
        >
          Protect namespace {namespace}
        </MenuCheck>
      )}
    </>
  )
}

/** Whether the cluster answers, and what it is. */
export function reachSays(reach: Reach): string {
  if (reach.type === 'asking') return 'Asking whether it can be reached'
  if (reach.type === 'failed') return reach.failure.message
  return [`Kubernetes ${reach.serverVersion}`, reach.skew].filter(Boolean).join('. ')
}

function describe(cluster: ClusterState): string {
  const { chosen } = cluster
  if (!chosen) return whyNoCluster(cluster)?.message ?? 'No cluster is chosen'
  const guard = chosenContext(cluster)?.isProtected ? ', protected' : ''
  return `${chosen.context}, namespace ${chosen.namespace}${guard}. ${reachSays(chosen.reach)}`
}
