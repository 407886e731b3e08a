import type { CommandRow, OptionRow } from './command'

/** What `chartroom --help` prints. */
export function overviewHelp(commands: readonly CommandRow[]): string {
  return [
    'chartroom: read, check and edit Kubernetes manifests without reformatting them.',
    '',
    'Usage: chartroom COMMAND [PATH...] [OPTIONS]',
    '',
    'Commands:',
    ...columns(commands.map(command => [command.name, command.says])),
    '',
    'PATH is a file, a folder (its .yaml, .yml and .json files) or - for standard input.',
    'Exit status: 0 done, 1 the answer is no, 2 wrong usage, 3 input missing or unreadable, 4 it failed.',
    '`chartroom COMMAND --help` says more and gives examples.',
    '',
  ].join('\n')
}

/** What `chartroom COMMAND --help` prints. */
export function commandHelp(command: CommandRow): string {
  return [
    `chartroom ${command.name}: ${command.says}`,
    '',
    ...command.usage.map((usage, i) => `${i === 0 ? 'Usage: ' : '       '}chartroom ${usage}`),
    '',
    command.about,
    '',
    'Options:',
    ...columns(command.options.map(option => [optionWords(option), option.says])),
    '',
    'Exit status:',
    ...columns(exitStatuses(command)),
    '',
    'Examples:',
    ...command.examples.flatMap(example => [`  # ${example.says}`, `  ${example.command}`]),
    '',
  ].join('\n')
}

/** The exit statuses that a command can end with, and what each means. */
export function exitStatuses(command: CommandRow): readonly (readonly [string, string])[] {
  return [
    ['0', command.isNoWhen === undefined ? 'done' : 'done, or nothing wrong'],
    ...(command.isNoWhen === undefined ? [] : [['1', command.isNoWhen] as const]),
    ['2', 'wrong usage'],
    ['3', 'input missing or unreadable'],
    ['4', 'it failed'],
  ]
}

/** How an option is written, with what stands for its value: `-n, --namespace NS`. */
export function optionWords(option: OptionRow): string {
  const short = option.short ? `-${option.short}, ` : '    '
  return `${short}--${option.name}${option.value === null ? '' : ` ${option.value}`}`
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
}
