/** Whether a file's name is that of a manifest. */
export function isManifestName(name: string): boolean {
  return /\.(ya?ml|json)$/i.test(name)
}

/** Whether a folder is passed over: hidden ones (`.git` among them) and what package managers put there. */
export function isSkippedFolder(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules'
}

/** Whether the walk would list a file at this path (relative, with `/`), if it is there. */
export function isListed(path: string): boolean {
  const parts = path.split('/')
  return isManifestName(path) && !parts.slice(0, -1).some(isSkippedFolder)
}
