import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A folder of manifests on the real disk that one journey works in, and what became of it since. */
export class WorkspaceFolder {
  readonly path: string
  readonly #before: ReadonlyMap<string, string>

  private constructor(path: string) {
    this.path = path
    this.#before = this.#texts()
  }

  /** A new folder with these files. */
  static with(files: Readonly<Record<string, string>>): WorkspaceFolder {
    const path = mkdtempSync(join(tmpdir(), 'chartroom-journey-'))
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(path, name)), { recursive: true })
      writeFileSync(join(path, name), text)
    }
    return new WorkspaceFolder(path)
  }

  /** A copy of a folder. */
  static copyOf(folder: string): WorkspaceFolder {
    const path = mkdtempSync(join(tmpdir(), 'chartroom-journey-'))
    cpSync(folder, path, { recursive: true })
    return new WorkspaceFolder(path)
  }

  read(name: string): string {
    return readFileSync(join(this.path, name), 'utf8')
  }

  /** Writes as another program would. */
  write(name: string, text: string): void {
    mkdirSync(dirname(join(this.path, name)), { recursive: true })
    writeFileSync(join(this.path, name), text)
  }

  /** Removes as another program would. */
  delete(name: string): void {
    rmSync(join(this.path, name))
  }

  has(name: string): boolean {
    return existsSync(join(this.path, name))
  }

  /** Manifest files, sorted; what Chartroom keeps for itself (.chartroom) is not among them. */
  files(): string[] {
    return [...this.#texts().keys()].sort()
  }

  /** The lines that went and came since the journey began: "web.yaml: -  replicas: 2". Empty when no byte changed. */
  diskDiff(): string[] {
    const now = this.#texts()
    const names = [...new Set([...this.#before.keys(), ...now.keys()])].sort()
    return names.flatMap(name => {
      const before = this.#before.get(name)
      const after = now.get(name)
      if (before === after) return []
      if (before === undefined) return [`${name}: created`]
      if (after === undefined) return [`${name}: deleted`]
      return changedLines(before, after).map(line => `${name}: ${line}`)
    })
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true })
  }

  #texts(): Map<string, string> {
    const texts = new Map<string, string>()
    const walk = (under: string) => {
      for (const name of readdirSync(join(this.path, under))) {
        const relative = under ? `${under}/${name}` : name
        if (name === '.chartroom') continue
        if (statSync(join(this.path, relative)).isDirectory()) walk(relative)
        else texts.set(relative, readFileSync(join(this.path, relative), 'latin1'))
      }
    }
    walk('')
    return texts
  }
}

/** Lines of a longest common subsequence stay; the others are told with - and +. For files of a journey's size. */
function changedLines(before: string, after: string): string[] {
  const a = before.split('\n')
  const b = after.split('\n')
  const common = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i]![j] = a[i] === b[j] ? common[i + 1]![j + 1]! + 1 : Math.max(common[i + 1]![j]!, common[i]![j + 1]!)
  const changes: string[] = []
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      i++
      j++
    } else if (j >= b.length || (i < a.length && common[i + 1]![j]! >= common[i]![j + 1]!)) changes.push(`-${a[i++]}`)
    else changes.push(`+${b[j++]}`)
  }
  return changes
}
