import { configMapLines, secretLines } from '../cards/config-lines'
import { defineKind } from '../define-kind'
import type { KindRow } from '../kind-row'
import { configMapStarter, secretStarter } from '../starters/config'
import { choice, field } from './fields'

export const configKinds: readonly KindRow[] = [
  defineKind({
    kind: 'ConfigMap',
    versions: ['v1'],
    shortNames: ['cm'],
    family: 'config',
    icon: 'k-configmap',
    searchWords: ['configuration', 'settings', 'environment', 'env', 'variables', 'file', 'properties'],
    starter: configMapStarter,
    starterNames: ['config', 'settings', 'web-config'],
    cardLines: configMapLines,
    inspector: [field('/data', 'map'), field('/immutable', 'switch')],
  }),
  defineKind({
    kind: 'Secret',
    versions: ['v1'],
    family: 'config',
    icon: 'k-secret',
    searchWords: ['password', 'credentials', 'token', 'key', 'certificate', 'tls', 'registry', 'login'],
    starter: secretStarter,
    starterNames: ['credentials', 'secrets', 'keys'],
    cardLines: secretLines,
    inspector: [
      choice(
        '/type',
        'Opaque',
        'kubernetes.io/tls',
        'kubernetes.io/dockerconfigjson',
        'kubernetes.io/basic-auth',
        'kubernetes.io/ssh-auth',
        'kubernetes.io/service-account-token',
      ),
      field('/stringData', 'map', { isSecret: true }),
      field('/data', 'map', { isSecret: true, isBase64: true }),
      field('/immutable', 'switch'),
    ],
  }),
]
