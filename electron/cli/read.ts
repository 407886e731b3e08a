import { objectsIn } from '../../shared/workspace/objects-in'
import { indexLines } from '../../shared/text/lines'
import { readFile } from '../../shared/yaml/read/read-file'
import type { CommandCall } from './command'
import { isLargerThan, printExactJson } from '../../shared/yaml/exact-json'
import { readInputs } from './inputs'
import type { Input, InputText } from './inputs'
import type { ExitStatus, Terminal } from './terminal'

/** `read FILE...`: each object as plain data, a file at a time, so that memory holds one slice of them. */
export async function runRead({ words, options, terminal, misused }: CommandCall): Promise<ExitStatus> {
  if (words.length === 0) return misused('Which files? Give paths, or - for standard input.')
  const print = options.has('json') ? jsonPrinter(terminal) : textPrinter(terminal)
  let isBad = false
  for await (const slice of readInputs(words, terminal)) {
    for (const input of slice) if (!readOne(input, print, terminal)) isBad = true
    await terminal.flush()
  }
  print.end()
  return isBad ? 3 : 0
}

/** No cluster takes an object of a hundredth of this. */
const MOST_CHARACTERS = 128 * 1024 * 1024

type Printer = { object(input: InputText, place: ObjectInFile): void; end(): void }
type ObjectInFile = { readonly document: number; readonly item: number | null; readonly json: string }

/** Whether all of the file could be read; what could not is named on standard error. */
function readOne(input: Input, print: Printer, terminal: Terminal): boolean {
  if (!input.ok) {
    terminal.say(`chartroom: ${input.message}`)
    return false
  }
  let isWhole = true
  const lines = indexLines(input.text)
  const tell = (offset: number, severity: string, code: string, message: string): void => {
    const { line, column } = lines.positionAt(offset)
    terminal.say(`${input.path}:${line}:${column} ${severity} ${code} ${message}`)
  }
  for (const reading of readFile(input.text)) {
    const found = objectsIn(input.text, reading)
    for (const problem of found.problems) {
      if (problem.severity === 'error') isWhole = false
      tell(problem.from, problem.severity, problem.code, problem.message)
    }
    for (const stranger of found.strangers)
      tell(stranger.from, 'info', 'not-an-object', 'No Kubernetes object: it has no kind or no metadata.')
    for (const { span, data } of found.objects) {
      if (isLargerThan(data, MOST_CHARACTERS)) {
        isWhole = false
        tell(span.from, 'error', 'too-large', 'Its aliases stand for more than 128 MB of data; it is not printed.')
        continue
      }
      print.object(input, { document: reading.piece.index, item: span.item, json: printExactJson(data) })
    }
  }
  return isWhole
}

function jsonPrinter(terminal: Terminal): Printer {
  let before = '[\n'
  return {
    object(input, { document, item, json }) {
      const place = `"file":${JSON.stringify(input.path)},"document":${document},"item":${item}`
      terminal.out(`${before}{${place},"object":${json}}`)
      before = ',\n'
    },
    end: () => terminal.out(before === '[\n' ? '[]\n' : '\n]\n'),
  }
}

function textPrinter(terminal: Terminal): Printer {
  return {
    object(input, { document, item, json }) {
      terminal.out(`${input.path} document ${document}${item === null ? '' : ` item ${item}`}: ${json}\n`)
    },
    end: () => undefined,
  }
}
