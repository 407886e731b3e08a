import { useEffect, useState } from 'react'
import type { CustomKinds } from '../../shared/kinds/custom-kinds'
import { kindName } from '../../shared/kinds/schemas/known'
import { loadKindSchema } from '../../shared/kinds/schemas/load'
import type { KindSchema } from '../../shared/kinds/schemas/load'
import type { KubernetesVersion } from '../../shared/kinds/schemas/versions'

type Kinded = { readonly apiVersion: string; readonly kind: string }
type Loaded = Kinded & { readonly version: KubernetesVersion; readonly schema: KindSchema | null }

/**
 * The schema of an object's kind: what a definition of the design says, else what the server does. Null while it is on
 * its way, and for kinds that nobody knows.
 */
export function useKindSchema(
  { apiVersion, kind }: Kinded,
  custom: CustomKinds,
  version: KubernetesVersion,
): KindSchema | null {
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  useEffect(() => {
    let isWanted = true
    void loadKindSchema(apiVersion, kind, version).then(schema => {
      if (isWanted) setLoaded({ apiVersion, kind, version, schema })
    })
    return () => {
      isWanted = false
    }
  }, [apiVersion, kind, version])
  const defined = custom.schemas.get(kindName({ apiVersion, kind }))
  if (defined) return defined
  const isThis = loaded?.apiVersion === apiVersion && loaded.kind === kind && loaded.version === version
  return isThis ? loaded.schema : null
}
