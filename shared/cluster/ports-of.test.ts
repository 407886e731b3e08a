import { expect, it } from 'vitest'
import { designOf, idOf } from '../workspace/design.test-data'
import { portsOf } from './ports-of'

it('names the ports of Services and of containers', () => {
  const design = designOf({
    'a.yaml': `
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec: {ports: [{port: 80, targetPort: http}, {port: 443}]}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec: {template: {spec: {containers: [{name: a, ports: [{containerPort: 8080}]}, {name: b}]}}}
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: web}
    `,
  })
  const of = (title: string) => portsOf(design.workspace.object(idOf(design, title))!.data)
  expect([of('Service web'), of('Deployment web'), of('ConfigMap web')]).toEqual([[80, 443], [8080], []])
})
