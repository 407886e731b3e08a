import { FIELD_MANAGER } from '../../../shared/cluster/inventory'

/** What writes objects: server-side apply as ourselves. */
export function applyArgs({ isForced = false, isDry = false } = {}): readonly string[] {
  return [
    'apply',
    '--server-side',
    `--field-manager=${FIELD_MANAGER}`,
    ...(isForced ? ['--force-conflicts'] : []),
    ...(isDry ? ['--dry-run=server', '--show-managed-fields'] : []),
    ...JSON_FROM_STDIN,
  ]
}

/** What puts a whole object back as it was. */
export function replaceArgs({ isDry = false } = {}): readonly string[] {
  return ['replace', `--field-manager=${FIELD_MANAGER}`, ...dryArgs(isDry), ...JSON_FROM_STDIN]
}

/** What makes an object anew that was deleted. */
export function createArgs({ isDry = false } = {}): readonly string[] {
  return ['create', `--field-manager=${FIELD_MANAGER}`, ...dryArgs(isDry), ...JSON_FROM_STDIN]
}

/** What deletes objects: told to the server, without waiting until their finalizers are done. */
export const deleteArgs: readonly string[] = ['delete', '--ignore-not-found', '--wait=false', '-f', '-']

const JSON_FROM_STDIN = ['-o', 'json', '-f', '-'] as const

function dryArgs(isDry: boolean): readonly string[] {
  return isDry ? ['--dry-run=server'] : []
}
