import { useEffect, useState } from 'react'
import type { CustomKinds } from '../../shared/kinds/custom-kinds'
import { kindName } from '../../shared/kinds/schemas/known'
import { loadKindSchema } from '../../shared/kinds/schemas/load'
import type { KindSchema } from '../../shared/kinds/schemas/load'

type Kinded = { readonly apiVersion: string; readonly kind: string }
type Loaded = Kinded & { readonly schema: KindSchema | null }

/**
 * The schema of an object's kind: what a definition of the design says, else what the server does. Null while it is on
 * its way, and for kinds that nobody knows.
 */
export function useKindSchema({ apiVersion, kind }: Kinded, custom: CustomKinds): KindSchema | null {
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  useEffect(() => {
    let isWanted = true
    void loadKindSchema(apiVersion, kind).then(schema => {
      if (isWanted) setLoaded({ apiVersion, kind, schema })
    })
    return () => {
      isWanted = false
    }
  }, [apiVersion, kind])
  const defined = custom.schemas.get(kindName({ apiVersion, kind }))
  if (defined) return defined
  return loaded?.apiVersion === apiVersion && loaded.kind === kind ? loaded.schema : null
}
