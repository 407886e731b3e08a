import type { StarterInput } from '../kind-row'
import { manifest, metadata, nameLabel, plainOrQuoted } from './manifest'

export function configMapStarter(input: StarterInput): string {
  return manifest`
    apiVersion: v1
    kind: ConfigMap
    ${metadata(input)}
    data:
      LOG_LEVEL: info
  `
}

/** `stringData` is what a person can read and change; the server keeps it as `data`. */
export function secretStarter(input: StarterInput): string {
  return manifest`
    apiVersion: v1
    kind: Secret
    ${metadata(input)}
    type: Opaque
    stringData:
      password: change-me
  `
}

/** A Namespace that lets in only pods of the `restricted` Pod Security Standard, as every starter's are. */
export function namespaceStarter(input: StarterInput): string {
  return manifest`
    apiVersion: v1
    kind: Namespace
    metadata:
      name: ${plainOrQuoted(input.name)}
      labels:
        ${nameLabel(input)}
        pod-security.kubernetes.io/enforce: restricted
  `
}
