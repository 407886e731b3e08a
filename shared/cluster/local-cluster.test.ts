import { describe, expect, it } from 'vitest'
import { localCluster, shownServer } from './local-cluster'

const context = (context: string, cluster: string, server: string | null, user = context) => ({
  context,
  cluster,
  server,
  user,
})

describe('localCluster', () => {
  it.each([
    ['kind', context('kind-shop', 'kind-shop', 'https://127.0.0.1:41231')],
    ['minikube', context('minikube', 'minikube', 'https://192.168.49.2:8443')],
    ['minikube', context('work', 'minikube', 'https://127.0.0.1:32771')],
    ['k3d', context('k3d-dev', 'k3d-dev', 'https://0.0.0.0:40195')],
    ['Docker Desktop', context('docker-desktop', 'docker-desktop', 'https://kubernetes.docker.internal:6443')],
    ['MicroK8s', context('microk8s', 'microk8s-cluster', 'https://127.0.0.1:16443', 'admin')],
    ['Rancher Desktop', context('rancher-desktop', 'rancher-desktop', 'https://127.0.0.1:6443')],
    ['OrbStack', context('orbstack', 'orbstack', 'https://127.0.0.1:26443')],
    ['Colima', context('colima-x86', 'colima-x86', 'https://127.0.0.1:6443')],
    ['k3s', context('default', 'default', 'https://127.0.0.1:6443')],
  ])('recognises %s', (made, names) => {
    expect(localCluster(names)).toBe(made)
  })

  it.each([
    ['a name with the address of somewhere else', context('kind-prod', 'kind-prod', 'https://203.0.113.7:6443')],
    ['a tunnel', context('prod', 'prod', 'https://127.0.0.1:6443')],
    ['a tunnel to somebody called default', context('default', 'default', 'https://127.0.0.1:6443', 'ops')],
    ['a host that only begins like one', context('kind-x', 'kind-x', 'https://127.0.0.1.example.org:443')],
    ['no server', context('minikube', 'minikube', null)],
  ])('counts %s as remote', (_, names) => {
    expect(localCluster(names)).toBeNull()
  })
})

describe('shownServer', () => {
  it('leaves out user and password', () => {
    expect(shownServer('https://me:pw@example.org:6443/k8s')).toBe('https://example.org:6443/k8s')
    expect(shownServer('https://example.org')).toBe('https://example.org')
  })
})
