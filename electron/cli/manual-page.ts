import { VERSION } from '../backend/version'
import type { CommandRow } from './command'
import { exitStatuses, optionWords } from './help'

/** The manual page in roff, in the macros that every man knows. */
export function manualPage(rows: readonly CommandRow[]): string {
  return `${[
    `.TH CHARTROOM 1 "" "Chartroom ${VERSION}" "User Commands"`,
    '.SH NAME',
    'chartroom \\- read, check and edit Kubernetes manifests without reformatting them',
    '.SH SYNOPSIS',
    ...rows.flatMap(({ usage }) => usage.flatMap(line => ['.nf', roff(`chartroom ${line}`), '.fi'])),
    '.SH DESCRIPTION',
    roff('PATH is a file, a folder (its .yaml, .yml and .json files) or - for standard input.'),
    roff('Commands that edit print a unified diff; with --write they save, each file at one instant.'),
    roff('An object is named KIND/NAME, with the short names of kubectl, or NAMESPACE/KIND/NAME.'),
    '.SH COMMANDS',
    ...rows.flatMap(commandSection),
    '.SH ENVIRONMENT',
    ...environment.flatMap(([name, says]) => ['.TP', `.B ${name}`, roff(says)]),
    '',
  ].join('\n')}`
}

const environment = [
  ['NO_COLOR', 'No colours on a terminal.'],
  ['CHARTROOM_CHROMIUM', 'The browser that draws a PNG.'],
  ['CHARTROOM_CONFIG', "The folder of Chartroom's own files."],
  ['CHARTROOM_DEBUG', 'Where a failure happened, as a stack trace.'],
] as const

function commandSection(command: CommandRow): readonly string[] {
  return [
    `.SS ${roff(command.name)}`,
    roff(`${command.says}.`),
    ...command.usage.flatMap(usage => ['.PP', '.nf', roff(`chartroom ${usage}`), '.fi']),
    '.PP',
    roff(command.about),
    ...command.options.flatMap(option => ['.TP', `.B ${roff(optionWords(option).trim())}`, roff(option.says)]),
    '.PP',
    'Exit status:',
    ...exitStatuses(command).flatMap(([status, says]) => ['.TP', `.B ${status}`, roff(says)]),
    ...command.examples.flatMap(({ says, command: line }) => [
      '.PP',
      roff(`${says}:`),
      '.nf',
      roff(`    ${line}`),
      '.fi',
    ]),
  ]
}

/** A text whose every character roff takes as it is. */
function roff(text: string): string {
  return text.replaceAll('\\', '\\e').replaceAll('-', '\\-').replaceAll(/^[.']/gm, '\\&$&')
}
