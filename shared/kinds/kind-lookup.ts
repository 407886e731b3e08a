import type { CustomKinds } from './custom-kinds'
import { kindName } from './schemas/known'
import { loadKindSchema, loadServedKinds, type KindSchema } from './schemas/load'
import type { SchemaKind } from './schemas/schema'
import type { KubernetesVersion } from './schemas/versions'

/** Where editors ask for kinds by name. */
export type KindLookup = {
  /** Null for a kind that nobody knows. */
  schemaOf(apiVersion: string, kind: string): Promise<KindSchema | null>
  /** Every kind there is, those of the design first. */
  served(): Promise<readonly SchemaKind[]>
}

/** The kinds that a design defines, and those of a Kubernetes version: the definitions win, as the cluster would have them. */
export function kindLookup(version: KubernetesVersion, custom: CustomKinds): KindLookup {
  return {
    schemaOf: async (apiVersion, kind) =>
      custom.schemas.get(kindName({ apiVersion, kind })) ?? (await loadKindSchema(apiVersion, kind, version)),
    served: async () => [
      ...[...custom.schemas.values()].map(schema => schema.kind),
      ...(await loadServedKinds(version)),
    ],
  }
}
