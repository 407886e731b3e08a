import { useMemo, useState } from 'react'
import { families } from '../../shared/kinds/families'
import type { Family } from '../../shared/kinds/kind-row'
import { kindRow } from '../../shared/kinds/kinds'
import type { Problem } from '../../shared/checks/problem'
import type { KubeObject } from '../../shared/workspace/kube-object'
import { titleOf } from '../store/naming'
import { selectObject } from '../store/selection'
import { useApp, useSession } from '../store/session'
import { toggled } from '../store/view'
import { Icon } from '../ui/icon'
import { Tree } from '../ui/tree'
import type { TreeLook, TreeRow } from '../ui/tree'
import css from './rail.module.css'
import { useNamedObjects } from './same-names'
import { countProblems, NO_PROBLEMS, problemWords, TreeEnd } from './tree-end'
import type { ProblemCount } from './tree-end'

const NO_OBJECTS: readonly KubeObject[] = []
const NONE: readonly Problem[] = []
const CLUSTER = ' cluster'

/** The objects by namespace, and in it by kind. */
export function OutlineTree() {
  const session = useSession()
  const objects = useNamedObjects(useApp(state => state.open?.design.workspace.objects ?? NO_OBJECTS))
  const problems = useApp(state => state.open?.design.problems ?? NONE)
  const selected = useApp(state => state.selection.objects[0] ?? null)
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())

  const counts = useMemo(() => countProblems(problems, problem => problem.object), [problems])
  const groups = useMemo(() => groupByNamespace(objects), [objects])
  const rows = useMemo(
    () =>
      groups.flatMap(({ namespace, members }) => {
        const open = !closed.has(namespace)
        const head: OutlineRow = { id: namespace, level: 0, open, holds: members.length }
        const below = open
          ? members.map((object): OutlineRow => ({ id: object.id, level: 1, open: null, holds: object }))
          : []
        return [head, ...below]
      }),
    [groups, closed],
  )
  return (
    <Tree
      label="Outline"
      rows={rows}
      lookOf={({ id, holds }) =>
        typeof holds === 'number' ? headLook(id, holds) : objectLook(holds, counts.get(id) ?? NO_PROBLEMS)
      }
      selected={selected}
      onChoose={id => selectObject(session, id)}
      onToggle={namespace => setClosed(toggled(closed, namespace))}
      empty="No objects yet."
    />
  )
}

/** A namespace with the number of its objects, or an object. */
type OutlineRow = TreeRow & { readonly holds: number | KubeObject }

type Group = { readonly namespace: string; readonly members: readonly KubeObject[] }

function groupByNamespace(objects: readonly KubeObject[]): readonly Group[] {
  const groups = new Map<string, KubeObject[]>()
  for (const object of objects) {
    const namespace = object.namespace ?? CLUSTER
    const group = groups.get(namespace)
    if (group) group.push(object)
    else groups.set(namespace, [object])
  }
  return [...groups]
    .map(([namespace, members]) => ({ namespace, members: members.toSorted(byKind) }))
    .toSorted(
      (a, b) =>
        Number(a.namespace === CLUSTER) - Number(b.namespace === CLUSTER) || (a.namespace < b.namespace ? -1 : 1),
    )
}

const FAMILY_ORDER: readonly Family[] = families.map(row => row.family)

/** As the palette has them: by family, then objects of one kind together, by name. */
function byKind(a: KubeObject, b: KubeObject): number {
  return familyOf(a) - familyOf(b) || compare(a.kind, b.kind) || compare(a.name ?? '', b.name ?? '')
}

const familyNumbers = new WeakMap<KubeObject, number>()

function familyOf(object: KubeObject): number {
  let number = familyNumbers.get(object)
  if (number === undefined) {
    number = FAMILY_ORDER.indexOf(kindRow(object.group, object.kind).family)
    familyNumbers.set(object, number)
  }
  return number
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function headLook(namespace: string, count: number): TreeLook {
  const name = namespace === CLUSTER ? 'Cluster-scoped' : namespace
  return {
    label: name,
    content: (
      <>
        <Icon name={namespace === CLUSTER ? 'i-cluster' : 'k-namespace'} />
        <b className={css.name}>{name}</b>
        <span className={css.end}>{count}</span>
      </>
    ),
  }
}

function objectLook(object: KubeObject, count: ProblemCount): TreeLook {
  const row = kindRow(object.group, object.kind)
  return {
    label: titleOf(object) + problemWords(count),
    content: (
      <>
        <Icon name={row.icon} family={row.family} />
        <span className={css.name} title={titleOf(object)}>
          {object.name ?? 'no name'}
        </span>
        <TreeEnd count={count} />
      </>
    ),
  }
}
