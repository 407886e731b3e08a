import { readByYaml } from '../../../shared/yaml/read/by-yaml'
import { cutDocuments } from '../../../shared/yaml/read/cut'
import { readPiece } from '../../../shared/yaml/read/read-piece'
import type { DocumentReading } from '../../../shared/yaml/tree'
import type { CorpusFile } from './corpus'

/** How two readings of the same documents compare. Documents that only one of them reads stand apart. */
export type Agreement = {
  documents: number
  equal: number
  /** Only `yaml` reads it, behind our reader. */
  leftToYaml: number
  /** Neither reads it. */
  unreadable: number
  /** Read otherwise than by `yaml` on purpose: a colon before a closing bracket or comma, part of the word to kubectl. */
  asKubectl: string[]
  /** What kubectl takes and `yaml` doesn't, and the other way round. */
  onlyOurs: string[]
  onlyYaml: string[]
  different: string[]
}

/** Reads every document with our reader and with `yaml`, and compares the trees: places, styles, comments, all. */
export function compareWithYaml(files: readonly CorpusFile[]): Agreement {
  const result: Agreement = {
    documents: 0,
    equal: 0,
    leftToYaml: 0,
    unreadable: 0,
    asKubectl: [],
    onlyOurs: [],
    onlyYaml: [],
    different: [],
  }
  for (const file of files) {
    for (const piece of cutDocuments(file.text)) {
      const ours = readPiece(file.text, piece)
      const theirs = readByYaml(file.text, piece)
      const where = `${file.path} document ${piece.index}`
      result.documents++
      if (ours.readBy === 'yaml') result.leftToYaml++
      if (isUnread(ours) && isUnread(theirs)) result.unreadable++
      else if (isUnread(theirs)) result.onlyOurs.push(`${where}: ${theirs.problems[0]?.message}`)
      else if (isUnread(ours)) result.onlyYaml.push(`${where}: ${ours.problems[0]?.message}`)
      else {
        const difference = differenceOf(ours, theirs)
        if (difference === null) result.equal++
        else
          (COLON_BEFORE_CLOSING.test(file.text) ? result.asKubectl : result.different).push(`${where}: ${difference}`)
      }
    }
  }
  return result
}

const COLON_BEFORE_CLOSING = /[^\s"'\]}]:[,\]}]/

function isUnread(reading: DocumentReading): boolean {
  return reading.root === null && reading.problems.some(problem => problem.severity === 'error')
}

function differenceOf(ours: DocumentReading, theirs: DocumentReading): string | null {
  const [a, b] = [ours, theirs].map(({ root, comments }) => JSON.stringify({ root, comments }))
  if (a === b) return null
  let at = 0
  while (a![at] === b![at]) at++
  return `${a!.slice(Math.max(0, at - 60), at + 60)}  <>  ${b!.slice(Math.max(0, at - 60), at + 60)}`
}
