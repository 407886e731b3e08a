import { kindRow, groupOf } from '../kinds/kinds'
import { samePlain } from '../yaml/edit/patch-plain'
import { isList, isMap, textAt, type PlainMap, type PlainValue } from '../yaml/plain'

/**
 * What the server writes where nobody wrote anything. A path's `*` is each item of a list; a field is a default only while
 * it has this value. From k8s.io/kubernetes, pkg/apis/.../defaults.go.
 */
type Default = readonly [path: string, value: PlainValue | ((holder: PlainMap) => PlainValue | undefined)]

const always = (key: string) => (holder: PlainMap) => holder[key]

const probe: readonly Default[] = [
  ['timeoutSeconds', 1],
  ['periodSeconds', 10],
  ['successThreshold', 1],
  ['failureThreshold', 3],
  ['httpGet.scheme', 'HTTP'],
  ['grpc.service', ''],
]

const container: readonly Default[] = [
  ['terminationMessagePath', '/dev/termination-log'],
  ['terminationMessagePolicy', 'File'],
  ['imagePullPolicy', usualPullPolicy],
  ['resources', {}],
  ['ports.*.protocol', 'TCP'],
  ['env.*.valueFrom.fieldRef.apiVersion', 'v1'],
  ['env.*.valueFrom.resourceFieldRef.divisor', '0'],
  ...['livenessProbe', 'readinessProbe', 'startupProbe'].flatMap(name => below(name, probe)),
  ...['postStart', 'preStop'].map((name): Default => [`lifecycle.${name}.httpGet.scheme`, 'HTTP']),
]

const pod: readonly Default[] = [
  ['restartPolicy', 'Always'],
  ['terminationGracePeriodSeconds', 30],
  ['dnsPolicy', 'ClusterFirst'],
  ['schedulerName', 'default-scheduler'],
  ['securityContext', {}],
  ['enableServiceLinks', true],
  // An old name of the same field.
  ['serviceAccount', spec => spec.serviceAccountName],
  ...['containers.*', 'initContainers.*'].flatMap(name => below(name, container)),
  ...['configMap', 'secret', 'projected', 'downwardAPI'].map((name): Default => [`volumes.*.${name}.defaultMode`, 420]),
  ['volumes.*.hostPath.type', ''],
  ['volumes.*.downwardAPI.items.*.fieldRef.apiVersion', 'v1'],
  ['volumes.*.projected.sources.*.downwardAPI.items.*.fieldRef.apiVersion', 'v1'],
]

const job: readonly Default[] = [
  ['backoffLimit', 6],
  ['completionMode', 'NonIndexed'],
  ['completions', 1],
  ['parallelism', 1],
  ['suspend', false],
  ['manualSelector', false],
  ['podReplacementPolicy', 'TerminatingOrFailed'],
]

const claim: readonly Default[] = [['volumeMode', 'Filesystem']]
const rolling = { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } }

const byKind: Readonly<Record<string, readonly Default[]>> = {
  'apps/Deployment': [
    ['spec.progressDeadlineSeconds', 600],
    ['spec.revisionHistoryLimit', 10],
    ['spec.strategy', rolling],
  ],
  'apps/StatefulSet': [
    ['spec.podManagementPolicy', 'OrderedReady'],
    ['spec.revisionHistoryLimit', 10],
    ['spec.updateStrategy', { type: 'RollingUpdate', rollingUpdate: { partition: 0 } }],
    ['spec.persistentVolumeClaimRetentionPolicy', { whenDeleted: 'Retain', whenScaled: 'Retain' }],
    ...below('spec.volumeClaimTemplates.*.spec', claim),
    ['spec.volumeClaimTemplates.*.status', always('status')],
    ['spec.volumeClaimTemplates.*.apiVersion', 'v1'],
    ['spec.volumeClaimTemplates.*.kind', 'PersistentVolumeClaim'],
    ['spec.volumeClaimTemplates.*.metadata.creationTimestamp', null],
  ],
  'apps/DaemonSet': [
    ['spec.revisionHistoryLimit', 10],
    ['spec.updateStrategy', { type: 'RollingUpdate', rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } }],
  ],
  'batch/Job': [
    ...below('spec', job),
    // Generated for each Job, and refused in another one.
    ['spec.selector', always('selector')],
    ...['controller-uid', 'job-name', 'batch.kubernetes.io/controller-uid', 'batch.kubernetes.io/job-name'].flatMap(
      (label): Default[] => [
        [`metadata.labels.${escaped(label)}`, always(label)],
        [`spec.template.metadata.labels.${escaped(label)}`, always(label)],
      ],
    ),
  ],
  'batch/CronJob': [
    ['spec.concurrencyPolicy', 'Allow'],
    ['spec.suspend', false],
    ['spec.failedJobsHistoryLimit', 1],
    ['spec.successfulJobsHistoryLimit', 3],
    ['spec.jobTemplate.metadata.creationTimestamp', null],
    ...below('spec.jobTemplate.spec', job),
  ],
  '/Service': [
    ['spec.clusterIP', ({ clusterIP }) => (clusterIP === 'None' ? undefined : clusterIP)],
    ['spec.clusterIPs', always('clusterIPs')],
    ['spec.ipFamilies', always('ipFamilies')],
    ['spec.ipFamilyPolicy', 'SingleStack'],
    ['spec.internalTrafficPolicy', 'Cluster'],
    ['spec.externalTrafficPolicy', 'Cluster'],
    ['spec.allocateLoadBalancerNodePorts', true],
    ['spec.sessionAffinity', 'None'],
    ['spec.type', 'ClusterIP'],
    ['spec.ports.*.targetPort', ({ port }) => port],
    ['spec.ports.*.protocol', 'TCP'],
  ],
  '/PersistentVolumeClaim': [
    ...below('spec', claim),
    // Bound by the cluster; a claim that names its volume elsewhere would wait for it for ever.
    ['spec.volumeName', always('volumeName')],
    ...bound('metadata.annotations', ['pv.kubernetes.io/bind-completed', 'pv.kubernetes.io/bound-by-controller']),
    ...bound('metadata.annotations', [
      'volume.kubernetes.io/storage-provisioner',
      'volume.beta.kubernetes.io/storage-provisioner',
      'volume.kubernetes.io/selected-node',
    ]),
    ['metadata.finalizers', ['kubernetes.io/pvc-protection']],
  ],
  '/PersistentVolume': [
    ['spec.volumeMode', 'Filesystem'],
    ['metadata.finalizers', ['kubernetes.io/pv-protection']],
    ['spec.hostPath.type', ''],
  ],
  '/Namespace': [
    ['spec', { finalizers: ['kubernetes'] }],
    ['metadata.labels.kubernetes\\.io/metadata\\.name', always('kubernetes.io/metadata.name')],
  ],
  'storage.k8s.io/StorageClass': [
    ['reclaimPolicy', 'Delete'],
    ['volumeBindingMode', 'Immediate'],
  ],
  'autoscaling/HorizontalPodAutoscaler': [['spec.minReplicas', 1]],
  'scheduling.k8s.io/PriorityClass': [['preemptionPolicy', 'PreemptLowerPriority']],
  'apiextensions.k8s.io/CustomResourceDefinition': [
    ['spec.conversion', { strategy: 'None' }],
    ['spec.preserveUnknownFields', false],
  ],
  '/Pod': [
    ['spec.nodeName', always('nodeName')],
    ['spec.priority', always('priority')],
    ['spec.preemptionPolicy', 'PreemptLowerPriority'],
    ['spec.serviceAccountName', 'default'],
    ['spec.tolerations', ({ tolerations }) => (isOfAdmission(tolerations) ? tolerations : undefined)],
  ],
}

/** An object without the fields that the server would write by itself, and without the maps that are empty then. */
export function withoutDefaults(object: PlainMap): PlainMap {
  const group = groupOf(textAt(object, 'apiVersion') ?? '')
  const kind = textAt(object, 'kind') ?? ''
  const template = kindRow(group, kind).podTemplate
  const start = template === null || template.length === 0 ? '' : `${template.join('.')}.`
  const ofPods: readonly Default[] =
    template === null ? [] : [[`${start}metadata.creationTimestamp`, null], ...below(`${start}spec`, pod)]
  const dropped = [...ofPods, ...(byKind[`${group}/${kind}`] ?? [])].reduce<PlainValue>(
    (value, [path, usual]) => dropAt(value, splitPath(path), usual),
    object,
  )
  return isMap(dropped) ? dropped : object
}

function dropAt(value: PlainValue, [key = '', ...rest]: readonly string[], usual: Default[1]): PlainValue {
  if (key === '*' && isList(value)) return value.map(item => dropAt(item, rest, usual))
  if (!isMap(value)) return value
  const inside = value[key]
  if (inside === undefined) return value
  if (rest.length > 0) {
    const below = dropAt(inside, rest, usual)
    // What is left of a map that only defaults were in says nothing.
    const isEmptied = isMap(below) && Object.keys(below).length === 0 && isMap(inside) && Object.keys(inside).length > 0
    if (below === inside) return value
    return isEmptied && EMPTIED.has(key) ? without(value, key) : { ...value, [key]: below }
  }
  const expected = typeof usual === 'function' ? usual(value) : usual
  return expected !== undefined && samePlain(inside, expected) ? without(value, key) : value
}

/** An empty map of these is the same as none. */
const EMPTIED: ReadonlySet<string> = new Set(['annotations', 'labels', 'metadata'])

function without(map: PlainMap, key: string): PlainMap {
  return Object.fromEntries(Object.entries(map).filter(([each]) => each !== key))
}

function below(path: string, defaults: readonly Default[]): readonly Default[] {
  return defaults.map(([inside, value]): Default => [`${path}.${inside}`, value])
}

function bound(path: string, keys: readonly string[]): readonly Default[] {
  return keys.map((key): Default => [`${path}.${escaped(key)}`, always(key)])
}

function escaped(key: string): string {
  return key.replaceAll('.', '\\.')
}

/** Parts at the dots, but not at those behind a backslash. */
function splitPath(path: string): readonly string[] {
  return path.split(/(?<!\\)\./).map(part => part.replaceAll('\\.', '.'))
}

/** IfNotPresent, but Always for an image without a tag or with `latest`. */
function usualPullPolicy({ image }: PlainMap): PlainValue {
  if (typeof image !== 'string' || image.includes('@')) return 'IfNotPresent'
  const tag = image.slice(image.lastIndexOf('/') + 1).split(':')[1]
  return tag === undefined || tag === 'latest' ? 'Always' : 'IfNotPresent'
}

function isOfAdmission(tolerations: PlainValue | undefined): boolean {
  const keys = ['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable']
  return isList(tolerations) && tolerations.every(each => keys.includes(textAt(each, 'key') ?? ''))
}
