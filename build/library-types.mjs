import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Writes the declarations of the library entry beside it, for `import { read, graph } from 'chartroom'`. */
export function writeLibraryTypes() {
  for (const name of ['library', 'library-types']) {
    const file = `${root}electron/${name}.ts`
    const { outputText, diagnostics = [] } = ts.transpileDeclaration(readFileSync(file, 'utf8'), { fileName: file })
    const [wrong] = diagnostics
    if (wrong) throw new Error(`${file}: ${ts.flattenDiagnosticMessageText(wrong.messageText, '\n')}`)
    // Node's own resolution, which a script may use, wants endings; the sources have none.
    writeFileSync(`${root}dist/electron/${name}.d.ts`, outputText.replaceAll(/from '(\.\/[\w-]+)'/g, "from '$1.js'"))
  }
}
