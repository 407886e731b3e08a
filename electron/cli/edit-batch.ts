import { createReadStream } from 'node:fs'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { ShapeError } from '../../shared/shape'
import type { Splice } from '../../shared/text/splice'
import { planPatch } from '../../shared/yaml/edit/plan-patch'
import { failureOf } from '../backend/files/failure'
import { readText } from '../backend/files/read-text'
import type { TextRead } from '../backend/files/read-text'
import { parseExactJson } from '../../shared/yaml/exact-json'
import { readBatchRequest } from './patch-input'
import type { BatchRequest } from './patch-input'
import type { ExitStatus, Terminal } from './terminal'

/**
 * `edit --batch FILE|-`: for each request a line, an answer a line, in order. Nothing is written to disk. From standard
 * input each answer leaves before the next request is awaited, so that a program can ask, look and ask again. The
 * status is the worst of the answers': a file that can't be read, a line that is no request, a refused edit.
 */
export async function runEditBatch(requests: string, terminal: Terminal): Promise<ExitStatus> {
  const isLive = requests === '-'
  const input = isLive ? terminal.input : createReadStream(resolve(terminal.cwd, requests))
  const readKept = keepLastFile(terminal.cwd)
  const seen = new Set<ExitStatus>()
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      if (line.trim() === '') continue
      const { status, answer } = await answerTo(line, readKept)
      seen.add(status)
      terminal.out(`${JSON.stringify(answer)}\n`)
      if (isLive) await terminal.flush()
    }
  } catch (error) {
    terminal.say(`chartroom edit: ${failureOf(error, requests).message}`)
    return 3
  }
  return ([3, 2, 1] as const).find(status => seen.has(status)) ?? 0
}

type Answered = { readonly status: ExitStatus; readonly answer: Answer }
type Answer =
  | { readonly ok: true; readonly splices: readonly Splice[] }
  | { readonly ok: false; readonly code: string; readonly message: string }

async function answerTo(line: string, readKept: (file: string) => Promise<TextRead>): Promise<Answered> {
  const request = parseRequest(line)
  if (typeof request === 'string') return refused(2, 'bad-request', request)
  const read = await readKept(request.file)
  if (!read.ok) return refused(3, read.code, read.message)
  const plan = planPatch(read.text, { document: request.document, item: request.item }, request.patch)
  return plan.ok ? { status: 0, answer: { ok: true, splices: plan.splices } } : refused(1, plan.code, plan.message)
}

function refused(status: ExitStatus, code: string, message: string): Answered {
  return { status, answer: { ok: false, code, message } }
}

/** The request of a line, or a sentence that says what is wrong with it. */
function parseRequest(line: string): BatchRequest | string {
  try {
    return readBatchRequest(parseExactJson(line))
  } catch (error) {
    if (error instanceof SyntaxError) return `This line is not JSON: ${error.message}`
    if (error instanceof ShapeError) return error.message
    throw error
  }
}

/** Reads files by name and keeps the last one: edits of one file follow each other, and its text is read once. */
function keepLastFile(cwd: string): (file: string) => Promise<TextRead> {
  let last: { readonly file: string; readonly read: TextRead } | null = null
  return async file => {
    if (last?.file !== file) last = { file, read: await readText(resolve(cwd, file), file) }
    return last.read
  }
}
