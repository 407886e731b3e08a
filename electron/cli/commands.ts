import type { CommandRow, OptionRow } from './command'

const helpOption: OptionRow = { name: 'help', short: 'h', value: null, says: 'show this help' }
const jsonOption: OptionRow = { name: 'json', value: null, says: 'print one JSON value, nothing else' }
const namespaceOption: OptionRow = {
  name: 'namespace',
  short: 'n',
  value: 'NS',
  says: 'the namespace of objects whose manifest has none (default: default)',
}
const clusterOptions: readonly OptionRow[] = [
  {
    name: 'context',
    value: 'CONTEXT',
    says: 'the context of your kubeconfig (required: the current one is never taken)',
  },
  { name: 'kubeconfig', value: 'FILE', says: 'another kubeconfig file (default: as kubectl)' },
]
const designOption: OptionRow = {
  name: 'design',
  value: 'NAME',
  says: 'the name under which what was made is recorded (default: of the folder)',
}
const writeOption: OptionRow = { name: 'write', value: null, says: 'save the files instead of printing a diff' }

/** Every command of `chartroom`, in the order of the help. */
export const commands: readonly CommandRow[] = [
  {
    name: 'graph',
    says: 'print the objects and the relations between them',
    usage: [
      'graph PATH... [--json | --mermaid | --dot] [--svg FILE] [--png FILE] [--html FILE] [--only OBJECT]... [--depth N]',
    ],
    about:
      'Every relation comes with the places in the files that make it; a target that is in no file is shown as missing.\n' +
      'SVG and HTML need no browser; a PNG is drawn by an installed Chromium, Chrome or Edge (or CHARTROOM_CHROMIUM).',
    options: [
      jsonOption,
      { name: 'mermaid', value: null, says: 'print a Mermaid flow chart' },
      { name: 'dot', value: null, says: 'print a Graphviz digraph' },
      { name: 'svg', value: 'FILE', says: 'draw the picture as SVG (- prints it)' },
      { name: 'png', value: 'FILE', says: 'draw the picture as PNG' },
      { name: 'html', value: 'FILE', says: 'a page of its own, on which the picture can be moved and zoomed' },
      { name: 'theme', value: 'THEME', says: 'light (the default) or dark', choices: ['light', 'dark'] },
      { name: 'title', value: 'TEXT', says: 'what stands above the picture (default: the paths)' },
      { name: 'only', value: 'OBJECT', says: 'only this object and what it is tied to (may be given again)' },
      { name: 'depth', value: 'N', says: 'with --only: at most N relations away' },
      namespaceOption,
      helpOption,
    ],
    examples: [
      { command: 'chartroom graph k8s/', says: 'what is tied to what' },
      { command: 'chartroom graph k8s/ --only deployment/web --depth 1 --mermaid', says: "one object's neighbours" },
      { command: 'chartroom graph k8s/ --svg docs/cluster.svg', says: 'a picture for the docs' },
      { command: 'helm template shop | chartroom graph - --json', says: 'for a program' },
    ],
    isNoWhen: '--only names no object, or several',
    load: async () => (await import('./graph')).runGraph,
  },
  {
    name: 'check',
    says: 'find what is wrong, without a cluster',
    usage: ['check PATH... [--json] [--kubernetes VERSION] [--fix] [--only CODE] [--skip CODE]'],
    about: 'Prints file:line:column severity code message. The status is 1 when there is an error.',
    options: [
      jsonOption,
      {
        name: 'kubernetes',
        value: 'VERSION',
        says: 'what this version would refuse: 1.34, 1.35, 1.36 (default), 1.37',
        choices: ['1.34', '1.35', '1.36', '1.37'],
      },
      { name: 'fix', value: null, says: 'correct in the files what is sure, and nothing else; then check' },
      { name: 'only', value: 'CODE', says: 'only problems with this code (may be given again)' },
      { name: 'skip', value: 'CODE', says: 'no problems with this code (may be given again)' },
      namespaceOption,
      helpOption,
    ],
    examples: [
      { command: 'chartroom check k8s/', says: 'all problems of a folder' },
      { command: 'chartroom check k8s/ --kubernetes 1.34', says: 'before it goes to an older cluster' },
      { command: 'chartroom check k8s/ --fix', says: 'misspelt fields and missing quotes, corrected in place' },
      { command: 'chartroom check k8s/ --only dangling-reference --json', says: 'references to what is in no file' },
    ],
    isNoWhen: 'there is a problem of severity error',
    load: async () => (await import('./check')).runCheck,
  },
  {
    name: 'edit',
    says: 'change fields of an object and no other byte',
    usage: [
      'edit PATH... --object REF (--set PATH=VALUE | --set-string PATH=TEXT | --remove PATH | --rename NAME | --json-patch JSON|@FILE)... [--write]',
      'edit --batch FILE|-',
    ],
    about:
      'Prints a unified diff, or saves with --write. An edit that would touch other bytes is refused. Renaming an object\n' +
      'rewrites the references to it. --batch reads {"file", "document", "item", "patch"} a line and answers splices a line.',
    options: [
      { name: 'object', value: 'REF', says: 'the object: KIND/NAME or NAMESPACE/KIND/NAME' },
      { name: 'set', value: 'PATH=VALUE', says: 'set a field to a YAML value' },
      { name: 'set-string', value: 'PATH=TEXT', says: 'set a field to a text, whatever it looks like' },
      { name: 'remove', value: 'PATH', says: 'remove a field or item' },
      { name: 'rename', value: 'NAME', says: 'rename the object and every reference to it' },
      { name: 'json-patch', value: 'JSON', says: 'apply an RFC 6902 patch (@FILE reads it from a file)' },
      writeOption,
      { name: 'batch', value: 'FILE', says: 'answer many edits, a JSON line each; nothing is written' },
      namespaceOption,
      helpOption,
    ],
    examples: [
      { command: 'chartroom edit k8s/ --object deploy/web --set spec.replicas=3', says: 'see what would change' },
      {
        command:
          'chartroom edit k8s/ --object deploy/web --set spec.template.spec.containers[name=web].image=nginx:1.29 --write',
        says: 'release an image',
      },
      { command: 'chartroom edit k8s/ --object svc/web --rename shop --write', says: 'rename with all references' },
    ],
    isNoWhen: 'the edit is refused: its code and reason are on standard error',
    load: async () => (await import('./edit')).runEdit,
  },
  {
    name: 'wire',
    says: 'make a relation between two objects',
    usage: ['wire PATH... RULE FROM TO [--with KEY=VALUE]... [--write]', 'wire PATH... --list FROM TO [--json]'],
    about: 'Writes what a drag in the window would. --list prints the rules that fit, the most usual first.',
    options: [
      { name: 'list', value: null, says: 'print the rules that fit, and what each asks' },
      { name: 'with', value: 'KEY=VALUE', says: 'answer what the chooser would ask (may be given again)' },
      writeOption,
      jsonOption,
      namespaceOption,
      helpOption,
    ],
    examples: [
      { command: 'chartroom wire k8s/ --list deploy/web secret/db', says: 'what fits' },
      { command: 'chartroom wire k8s/ service-selects-workload svc/web deploy/web --write', says: 'send traffic' },
    ],
    isNoWhen: 'the rule does not fit these objects',
    load: async () => (await import('./wire')).runWire,
  },
  {
    name: 'unwire',
    says: 'remove a relation between two objects',
    usage: ['unwire PATH... RULE FROM TO [--write] [--json]'],
    about:
      'Removes what makes the relation, as Delete on its edge in the window would. What comes with it that was not asked\n' +
      'for, such as a policy that would cover every pod, is warned of.',
    options: [writeOption, jsonOption, namespaceOption, helpOption],
    examples: [
      { command: 'chartroom unwire k8s/ service-selects-workload svc/web deploy/web', says: 'see what would go' },
    ],
    isNoWhen: 'there is no such relation, or it can not be taken out safely',
    load: async () => (await import('./unwire')).runUnwire,
  },
  {
    name: 'export',
    says: 'write the objects to files of their own, as they are written',
    usage: ['export PATH... (--to FOLDER | --one-file FILE | --kustomize FOLDER) [--only REF]... [--with-secrets]'],
    about:
      'Comments and spelling stay. Nothing is written over a file that is there. Secrets are left out unless they are\n' +
      'asked for: all with --with-secrets, or one by --only.',
    options: [
      { name: 'to', value: 'FOLDER', says: 'a file for each object, in folders by namespace where there are several' },
      { name: 'one-file', value: 'FILE', says: 'all in one file (- prints them)' },
      { name: 'kustomize', value: 'FOLDER', says: 'as --to, with a kustomization.yaml' },
      { name: 'only', value: 'REF', says: 'only this object (may be given again)' },
      { name: 'with-secrets', value: null, says: 'Secrets too' },
      namespaceOption,
      helpOption,
    ],
    examples: [
      { command: 'chartroom export k8s/ --kustomize base/', says: 'a kustomize base of a folder' },
      { command: 'chartroom export all.yaml --only deploy/web --only svc/web --one-file -', says: 'two objects' },
    ],
    isNoWhen: 'a file is there already',
    load: async () => (await import('./export')).runExport,
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
  {
    name: 'open',
    says: 'open the window in a browser',
    usage: ['open [PATH...] [--port PORT] [--no-open] [--stay]'],
    about:
      'Serves the window on 127.0.0.1 alone, to whoever has the address that it prints. Ends with its last tab.\n' +
      'On a server: `chartroom open k8s/ --port 8090 --no-open`, and `ssh -L 8090:127.0.0.1:8090 SERVER` from here.',
    options: [
      { name: 'port', value: 'PORT', says: 'the port to listen on (default: a free one)' },
      { name: 'no-open', value: null, says: 'print the address and start no browser' },
      { name: 'stay', value: null, says: 'keep running when the last tab is closed' },
      helpOption,
    ],
    examples: [
      { command: 'chartroom open k8s/', says: 'draw what a folder holds' },
      { command: 'chartroom open', says: 'the start page' },
    ],
    load: async () => (await import('./open')).runOpen,
  },
  {
    name: 'diff',
    says: 'show what applying would change on a cluster',
    usage: ['diff PATH... --context CONTEXT [--json]'],
    about:
      'Asks the server itself, in a dry run, through your own kubectl; changes nothing. Values of secrets are masked.',
    options: [...clusterOptions, jsonOption, designOption, namespaceOption, helpOption],
    examples: [
      { command: 'chartroom diff k8s/ --context staging', says: 'what differs' },
      { command: 'chartroom diff k8s/ --context staging --json', says: 'for a program' },
    ],
    isNoWhen: 'something differs',
    load: async () => (await import('./diff')).runDiff,
  },
  {
    name: 'apply',
    says: 'apply the objects to a cluster, in the order that they need',
    usage: ['apply PATH... --context CONTEXT [--dry-run] [--prune] [--yes] [--json]'],
    about:
      'Server-side apply by your own kubectl, after the plan was shown and agreed to. Running it again finishes what was\n' +
      'cut off. --prune deletes only what this design made (a ConfigMap records it), never what Helm, Argo CD or Flux manage.',
    options: [
      ...clusterOptions,
      { name: 'dry-run', value: null, says: 'only show the plan' },
      { name: 'yes', value: null, says: 'ask nothing' },
      { name: 'confirm', value: 'NAME', says: 'the name of a protected context or namespace, as one would type it' },
      { name: 'force-conflicts', value: null, says: 'take over fields that others set to something else' },
      { name: 'prune', value: null, says: 'delete what the design made and holds no more' },
      designOption,
      jsonOption,
      namespaceOption,
      helpOption,
    ],
    examples: [
      { command: 'chartroom apply k8s/ --context staging', says: 'look, agree, apply' },
      { command: 'chartroom apply k8s/ --context staging --design shop --prune --yes --json', says: 'in a pipeline' },
    ],
    isNoWhen: 'something was refused, in conflict or not wanted',
    load: async () => (await import('./apply')).runApply,
  },
  {
    name: 'import',
    says: 'write what people made on a cluster to files',
    usage: ['import --context CONTEXT -n NS [--kinds KINDS] [--secrets] --to FOLDER [--json]'],
    about:
      'Without status and what the server adds; children of other objects are left out. Applying the files again changes\n' +
      'nothing. Nothing is written over a file that is there.',
    options: [
      ...clusterOptions,
      { name: 'namespace', short: 'n', value: 'NS', says: 'the namespace to import (may be given again)' },
      { name: 'kinds', value: 'KINDS', says: 'only these, with commas between: deployments,services' },
      { name: 'secrets', value: null, says: "write secrets' values too" },
      { name: 'to', value: 'FOLDER', says: 'where the files go' },
      jsonOption,
      helpOption,
    ],
    examples: [{ command: 'chartroom import --context staging -n shop --to k8s/', says: 'a namespace as files' }],
    isNoWhen: 'something could not be read, or a file is there already',
    load: async () => (await import('./import')).runImport,
  },
  {
    name: 'status',
    says: 'show how the objects do on a cluster',
    usage: ['status PATH... --context CONTEXT [--json]'],
    about: 'Ready counts, rollouts, bound claims and the reason where something is wrong.',
    options: [...clusterOptions, jsonOption, namespaceOption, helpOption],
    examples: [{ command: 'chartroom status k8s/ --context staging', says: 'is it all there, and well?' }],
    isNoWhen: 'something is missing or not ready',
    load: async () => (await import('./status')).runStatus,
  },
  {
    name: 'completion',
    says: 'print what completes commands and options in your shell',
    usage: ['completion bash | zsh | fish'],
    about: 'Packages for Linux bring these along. Otherwise load it where your shell starts.',
    options: [helpOption],
    words: ['bash', 'zsh', 'fish'],
    examples: [
      { command: 'eval "$(chartroom completion bash)"', says: 'in ~/.bashrc' },
      { command: 'eval "$(chartroom completion zsh)"', says: 'in ~/.zshrc, after compinit' },
      { command: 'chartroom completion fish > ~/.config/fish/completions/chartroom.fish', says: 'once' },
    ],
    load: async () => (await import('./completion')).runCompletion,
  },
  {
    name: 'man',
    says: 'print the manual page',
    usage: ['man'],
    about: 'In roff, for `man`. Packages for Linux and global installs bring it along.',
    options: [helpOption],
    words: [],
    examples: [{ command: 'chartroom man | man -l -', says: 'read it' }],
    load: async () => (await import('./man')).runMan,
  },
]
