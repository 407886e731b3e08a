import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { ClusterRef } from '../../../shared/cluster/cluster-ref'
import { inventoryName } from '../../../shared/cluster/inventory'

/**
 * Where what a folder's design makes is recorded. The folder's whole path is part of the name: two folders called `k8s`
 * never delete each other's objects.
 */
export function folderInventory(folder: string, namespace: string): ClusterRef {
  const mark = createHash('sha256').update(folder).digest('hex').slice(0, 8)
  return inventoryAt(inventoryName(basename(folder), mark), namespace)
}

/** Where a design is recorded that has a name of its own, wherever its files are: `--design` in a pipeline. */
export function namedInventory(design: string, namespace: string): ClusterRef {
  return inventoryAt(inventoryName(design, null), namespace)
}

function inventoryAt(name: string, namespace: string): ClusterRef {
  return { apiVersion: 'v1', kind: 'ConfigMap', namespace, name }
}
