import type { CommandRow, OptionRow } from './command'

const helpOption: OptionRow = { name: 'help', short: 'h', value: null, says: 'show this help' }
const jsonOption: OptionRow = { name: 'json', value: null, says: 'print one JSON value, nothing else' }
const namespaceOption: OptionRow = {
  name: 'namespace',
  short: 'n',
  value: 'NS',
  says: 'the namespace of objects whose manifest has none (default: default)',
}

/** Every command of `chartroom`, in the order of the help. */
export const commands: readonly CommandRow[] = [
  {
    name: 'graph',
    says: 'print the objects and the relations between them',
    usage: ['graph PATH... [--json | --mermaid | --dot] [--only OBJECT [--depth N]]'],
    about:
      'Every relation comes with the places in the files that make it; a target that is in no file is shown as missing.',
    options: [
      jsonOption,
      { name: 'mermaid', value: null, says: 'print a Mermaid flow chart' },
      { name: 'dot', value: null, says: 'print a Graphviz digraph' },
      { name: 'only', value: 'OBJECT', says: 'only this object and what it is tied to' },
      { name: 'depth', value: 'N', says: 'with --only: at most N relations away' },
      namespaceOption,
      helpOption,
    ],
    examples: [
      { command: 'chartroom graph k8s/', says: 'what is tied to what' },
      { command: 'chartroom graph k8s/ --only deployment/web --depth 1 --mermaid', says: "one object's neighbours" },
      { command: 'helm template shop | chartroom graph - --json', says: 'for a program' },
    ],
    load: async () => (await import('./graph')).runGraph,
  },
  {
    name: 'check',
    says: 'find what is wrong, without a cluster',
    usage: ['check PATH... [--json] [--only CODE] [--skip CODE]'],
    about: 'Prints file:line:column severity code message. The status is 1 when there is an error.',
    options: [
      jsonOption,
      { name: 'only', value: 'CODE', says: 'only problems with this code (may be given again)' },
      { name: 'skip', value: 'CODE', says: 'no problems with this code (may be given again)' },
      namespaceOption,
      helpOption,
    ],
    examples: [
      { command: 'chartroom check k8s/', says: 'all problems of a folder' },
      { command: 'chartroom check k8s/ --only dangling-reference --json', says: 'references to what is in no file' },
    ],
    load: async () => (await import('./check')).runCheck,
  },
  {
    name: 'read',
    says: 'print each object as plain data, typed as kubectl would send it',
    usage: ['read PATH... [--json]'],
    about: 'Problems are named on standard error. Integers beyond 2^53 keep all their digits.',
    options: [jsonOption, helpOption],
    examples: [
      { command: 'chartroom read k8s/ --json', says: 'all objects of a folder' },
      { command: 'helm template shop | chartroom read - --json', says: 'objects from standard input' },
    ],
    load: async () => (await import('./read')).runRead,
  },
]
