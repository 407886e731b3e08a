import { describe, expect, it } from 'vitest'
import { previewMove } from '../cut-by-move'
import { designOf, done, idOf, refused, textsOf } from '../design.test-data'
import { moveToNamespace } from './move-to-namespace'

const files = {
  'web.yaml': `
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: web
      namespace: shop   # where it sells
    spec:
      selector: {matchLabels: {app: web}}
      template:
        metadata: {labels: {app: web}}
        spec:
          containers:
          - name: web
            envFrom:
            - configMapRef: {name: settings}
            - secretRef: {name: shared}
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: web, namespace: shop}
    spec:
      selector: {app: web}
      ports: [{port: 80}]
  `,
  'config.yaml': `
    # What the web reads.
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: settings, namespace: shop}
    data: {a: b}
    ---
    # For all.
    apiVersion: v1
    kind: Secret
    metadata: {name: shared, namespace: shop}
    stringData: {a: b}
    ---
    apiVersion: v1
    kind: Pod
    metadata: {name: other, namespace: shop}
    spec: {containers: [{name: a, envFrom: [{secretRef: {name: shared}}]}]}
  `,
  'edge.yaml': `
    apiVersion: networking.istio.io/v1
    kind: VirtualService
    metadata: {name: routes, namespace: shop}
    spec:
      hosts: [web, web.shop.svc.cluster.local]
      http: [{route: [{destination: {host: web}}]}]
    ---
    apiVersion: rbac.authorization.k8s.io/v1
    kind: RoleBinding
    metadata: {name: may, namespace: shop}
    roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
    subjects: [{kind: ServiceAccount, name: robot}]
    ---
    apiVersion: v1
    kind: ServiceAccount
    metadata: {name: robot, namespace: shop}
  `,
}

const titles = (design: ReturnType<typeof designOf>, ids: readonly string[]): readonly string[] =>
  ids.map(id => `${design.workspace.object(id)?.kind} ${design.workspace.object(id)?.name}`)

describe('moving objects to another namespace', () => {
  it('writes the namespace and nothing else, where nothing refers to them', () => {
    const design = designOf({ 'a.yaml': 'kind: ConfigMap\napiVersion: v1\nmetadata:\n  name: a # the first\n' })
    const { after } = done(design, moveToNamespace(design, { objects: [idOf(design, 'ConfigMap a')], namespace: 'b' }))
    expect(textsOf(after)['a.yaml']).toBe(
      'kind: ConfigMap\napiVersion: v1\nmetadata:\n  name: a # the first\n  namespace: b\n',
    )
  })

  it('rewrites hosts and namespaces in what stays, so that they mean the same', () => {
    const design = designOf(files)
    const objects = ['Deployment web', 'Service web', 'ConfigMap settings', 'ServiceAccount robot'].map(title =>
      idOf(design, title),
    )
    const { after } = done(design, moveToNamespace(design, { objects, namespace: 'front' }))
    const texts = textsOf(after)
    expect(texts['web.yaml']).toContain('  namespace: front   # where it sells\n')
    expect(texts['edge.yaml']).toContain('hosts: [web.front, web.front.svc.cluster.local]')
    expect(texts['edge.yaml']).toContain('destination: {host: web.front}')
    expect(texts['edge.yaml']).toContain('subjects: [{kind: ServiceAccount, name: robot, namespace: front}]')
  })

  it('makes what moves say where the rest stayed', () => {
    const design = designOf(files)
    const objects = [idOf(design, 'VirtualService routes'), idOf(design, 'RoleBinding may')]
    const { after } = done(design, moveToNamespace(design, { objects, namespace: 'edge' }))
    expect(textsOf(after)['edge.yaml']).toContain('hosts: [web.shop, web.shop.svc.cluster.local]')
    expect(textsOf(after)['edge.yaml']).toContain('subjects: [{kind: ServiceAccount, name: robot, namespace: shop}]')
  })

  it('leaves short hosts alone when both ends move', () => {
    const design = designOf(files)
    const objects = [idOf(design, 'VirtualService routes'), idOf(design, 'Service web')]
    const { after } = done(design, moveToNamespace(design, { objects, namespace: 'edge' }))
    expect(textsOf(after)['edge.yaml']).toContain('hosts: [web, web.edge.svc.cluster.local]')
  })

  it('copies what is needed in both, comments included', () => {
    const design = designOf(files)
    const input = { objects: [idOf(design, 'Deployment web')], copies: [idOf(design, 'Secret shared')] }
    const { after } = done(design, moveToNamespace(design, { ...input, namespace: 'front' }))
    expect(textsOf(after)['config.yaml']?.match(/# For all\./g)).toHaveLength(2)
    expect(after.workspace.objects.filter(({ name }) => name === 'shared').map(({ namespace }) => namespace)).toEqual([
      'shop',
      'front',
    ])
  })

  it('lets a moved route in through the grant that let it in before', () => {
    const design = designOf({
      'a.yaml': `
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata: {name: r, namespace: edge}
        spec: {rules: [{backendRefs: [{name: api, namespace: shop, port: 80}]}]}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: api, namespace: shop}
        ---
        apiVersion: gateway.networking.k8s.io/v1beta1
        kind: ReferenceGrant
        metadata: {name: g, namespace: shop}
        spec:
          from:
          - {group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: edge}
          to:
          - {group: "", kind: Service}
      `,
    })
    const input = { objects: [idOf(design, 'HTTPRoute r')], namespace: 'rim' }
    const { after } = done(design, moveToNamespace(design, input))
    expect(textsOf(after)['a.yaml']).toContain('HTTPRoute, namespace: edge}\n  - {group: gateway.networking.k8s.io')
    expect(after.graph.relations.some(({ detail }) => 'refused' in detail)).toBe(false)
  })

  it('is refused for a kind without namespaces, a name that is taken there, and no namespace at all', () => {
    const design = designOf({
      'a.yaml': `
        {apiVersion: v1, kind: Node, metadata: {name: n}}
        ---
        {apiVersion: v1, kind: Pod, metadata: {name: p, namespace: a}}
        ---
        {apiVersion: v1, kind: Pod, metadata: {name: p, namespace: b}}
      `,
    })
    const [node = '', pod = ''] = design.workspace.objects.map(({ id }) => id)
    const code = (objects: readonly string[], namespace: string): string =>
      refused(moveToNamespace(design, { objects, namespace })).code
    expect(code([node], 'b')).toBe('cannot-be-moved')
    expect(code([pod], 'b')).toBe('name-is-taken')
    expect(code([pod], 'B b')).toBe('invalid-name')
    expect(code(['nobody'], 'b')).toBe('object-is-gone')
  })

  it('puts the card where it was dropped', () => {
    const design = designOf({ 'a.yaml': '{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: a}}\n' })
    const pod = idOf(design, 'Pod p')
    const places = new Map([[pod, { x: 40, y: 80 }]])
    const { after } = done(design, moveToNamespace(design, { objects: [pod], namespace: 'b', places }))
    expect([...after.places]).toMatchObject([[pod, { x: 40, y: 80 }]])
  })
})

describe('what a move would cut', () => {
  it('is told by what stays behind, with what can be done about it', () => {
    const design = designOf(files)
    const { leftBehind } = previewMove(design, { objects: [idOf(design, 'Deployment web')], namespace: 'front' })
    expect(
      leftBehind.map(({ object, relations, choices, suggested }) => [
        ...titles(design, [object]),
        relations.map(({ says }) => says).join(),
        choices.join(),
        suggested,
      ]),
    ).toEqual([
      ['ConfigMap settings', 'env from', 'move,copy,leave', 'move'],
      ['Secret shared', 'env from', 'move,copy,leave', 'copy'],
      ['Service web', 'selects', 'move,leave', 'leave'],
    ])
  })

  it('is nothing of what goes along or is copied', () => {
    const design = designOf(files)
    const objects = ['Deployment web', 'Service web', 'ConfigMap settings'].map(title => idOf(design, title))
    const copies = [idOf(design, 'Secret shared')]
    expect(previewMove(design, { objects, copies, namespace: 'front' }).leftBehind).toEqual([])
  })

  it('says what the cluster would refuse from then on', () => {
    const design = designOf({
      'a.yaml': `
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata: {name: r, namespace: shop}
        spec: {rules: [{backendRefs: [{name: api, port: 80}]}]}
        ---
        {apiVersion: v1, kind: Service, metadata: {name: api, namespace: shop}}
      `,
    })
    const { refused: why } = previewMove(design, { objects: [idOf(design, 'HTTPRoute r')], namespace: 'rim' })
    expect(why.map(each => each.why)).toEqual([expect.stringMatching(/^No ReferenceGrant in namespace shop lets/)])
  })
})
