import type { CommandCall } from './command'
import { isLargerThan, printExactJson } from '../../shared/yaml/exact-json'
import { readInputs } from './inputs'
import type { Input, InputText } from './inputs'
import { readManifest } from './read-manifest'
import type { ReadingProblem } from './read-manifest'
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
  const { objects, problems } = readManifest(input.text)
  const tell = ({ line, column, severity, code, message }: ReadingProblem): void =>
    terminal.say(`${input.path}:${line}:${column} ${severity} ${code} ${message}`)
  problems.forEach(tell)
  let isWhole = problems.every(({ severity }) => severity !== 'error')
  for (const { document, item, line, column, data } of objects) {
    if (isLargerThan(data, MOST_CHARACTERS)) {
      isWhole = false
      tell({ ...TOO_LARGE, line, column })
    } else print.object(input, { document, item, json: printExactJson(data) })
  }
  return isWhole
}

const TOO_LARGE = {
  code: 'too-large',
  severity: 'error',
  message: 'Its aliases stand for more than 128 MB of data; it is not printed.',
} as const

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
