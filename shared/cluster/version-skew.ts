/**
 * A sentence where kubectl and the server are further apart than Kubernetes supports (one minor version either way), or
 * null. Versions as they are printed: `v1.36.3`, `1.32+`.
 */
export function versionSkew(kubectl: string, server: string): string | null {
  const [mine, theirs] = [minorOf(kubectl), minorOf(server)]
  if (mine === null || theirs === null || Math.abs(mine - theirs) <= 1) return null
  const advice = mine < theirs ? 'Install a newer kubectl.' : `Install a kubectl of 1.${theirs - 1} to 1.${theirs + 1}.`
  return `kubectl ${plain(kubectl)} and the server ${plain(server)} are more than one minor version apart, which Kubernetes doesn't support: some answers may be wrong. ${advice}`
}

function plain(version: string): string {
  return version.replace(/^v/, '').replace(/[-+].*$/, '')
}

function minorOf(version: string): number | null {
  const match = version.match(/^v?1\.(\d+)/)
  return match ? Number(match[1]) : null
}
