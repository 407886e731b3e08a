import { listAt, textAt } from '../yaml/plain'
import type { Check } from './check'
import { isKind, refused } from './refused'

/** A ServiceAccount that a ClusterRoleBinding names without its namespace; a RoleBinding means its own. */
export const subjectWithoutNamespace: Check = ({ object }) => {
  if (!isKind(object, 'rbac.authorization.k8s.io', 'ClusterRoleBinding')) return []
  return listAt(object.data, 'subjects').flatMap((subject, index) =>
    textAt(subject, 'kind') !== 'ServiceAccount' || textAt(subject, 'namespace')
      ? []
      : [
          refused(
            'subject-without-namespace',
            ['subjects', String(index)],
            `ServiceAccount ${textAt(subject, 'name') ?? ''} has no namespace, and a ClusterRoleBinding has none to lend`,
            'Add the namespace that the ServiceAccount is in.',
          ),
        ],
  )
}
