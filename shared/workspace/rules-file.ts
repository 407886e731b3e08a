import type { FilePath } from './kube-object'

/** Where a workspace says its own rules of relations, beside the manifests. */
export const RULES_PATH = '.chartroom/relations.yaml'

/** Whether a file holds rules. A command line may be given several folders, each with its own. */
export function isRulesFile(path: FilePath): boolean {
  return path === RULES_PATH || path.endsWith(`/${RULES_PATH}`)
}
