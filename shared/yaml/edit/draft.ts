import { plainOf } from '../meaning'
import type { PlainValue } from '../plain'
import { cutDocuments } from '../read/cut'
import { readPiece } from '../read/read-piece'
import type { DocumentPiece, YamlNode } from '../tree'
import { refuse, type Refused } from './refusal'

/**
 * One piece of a file while it is edited: its text, the tree and the data read from it. Only the piece is copied and read
 * again, however large the file is around it.
 *
 * All offsets in this folder count in `text`; `shift` added to one gives the offset in the file.
 */
export type Draft = {
  readonly text: string
  /** Where the piece starts in `text`. */
  readonly from: number
  readonly shift: number
  readonly root: YamlNode
  readonly plain: PlainValue
  /** The file's line break, for a line that has no neighbour to look like. */
  readonly lineBreak: string
}

export type Opened = { readonly ok: true; readonly draft: Draft } | Refused

/** Reads a piece for editing; refuses what can't be read, and what kubectl would refuse. */
export function openDraft(text: string, piece: DocumentPiece): Opened {
  // What comes first in a file may be JSON to kubectl; a piece behind a separator is not, so its copy stands behind one too.
  const lead = piece.from === 0 ? '' : '---\n'
  const lineBreak = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
  return read(lead + text.slice(piece.from, piece.to), lead.length, piece.from - lead.length, lineBreak)
}

/** The draft with another text; refused where that can't be read or is no longer one piece. */
export function withText(draft: Draft, text: string): Opened {
  if (cutDocuments(text).length !== 1) return refuse('cannot-edit-in-place', 'The edit would split the document in two')
  return read(text, draft.from, draft.shift, draft.lineBreak)
}

function read(text: string, from: number, shift: number, lineBreak: string): Opened {
  const reading = readPiece(text, { index: 0, from, to: text.length })
  // kubectl takes the last of two equal keys in silence; an edit could mean either, so it is refused.
  const problem = reading.problems.find(p => p.severity === 'error' || p.code === 'duplicate-key')
  if (problem !== undefined) {
    const code = problem.code === 'duplicate-key' ? 'duplicate-key' : 'unreadable-yaml'
    return refuse(code, problem.message, problem.from + shift)
  }
  if (reading.root === null) return refuse('no-such-path', 'The document is empty', from + shift)
  const meaning = plainOf(text, reading.root)
  if (!meaning.ok) return refuse('unreadable-yaml', meaning.problem.message, meaning.problem.from + shift)
  return { ok: true, draft: { text, from, shift, root: reading.root, plain: meaning.value, lineBreak } }
}
