import { useEffect, useState } from 'react'
import { loadKindSchema } from '../../shared/kinds/schemas/load'
import type { KindSchema } from '../../shared/kinds/schemas/load'

type Loaded = { readonly apiVersion: string; readonly kind: string; readonly schema: KindSchema | null }

/** The schema of a kind: null while it is on its way, and for kinds that nobody knows. */
export function useKindSchema(apiVersion: string, kind: string): KindSchema | null {
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
  return loaded?.apiVersion === apiVersion && loaded.kind === kind ? loaded.schema : null
}
