import type { CommandRow, OptionRow } from '../command'
import { quoted, valueKind } from './value-kind'

/** A script for fish 3 and newer. */
export function fishCompletion(commands: readonly CommandRow[]): string {
  return [
    '# fish completion for chartroom',
    'complete -c chartroom -f -n __fish_use_subcommand',
    ...commands.flatMap(command => [
      `complete -c chartroom -n __fish_use_subcommand -a ${command.name} -d ${quoted(command.says)}`,
      ...(command.words ? [`complete -c chartroom ${within(command)} -f -a ${quoted(command.words.join(' '))}`] : []),
      ...command.options.map(option => `complete -c chartroom ${within(command)} ${optionFlags(option)}`),
    ]),
    '',
  ].join('\n')
}

function within({ name }: CommandRow): string {
  return `-n ${quoted(`__fish_seen_subcommand_from ${name}`)}`
}

function optionFlags(option: OptionRow): string {
  const short = option.short ? `-s ${option.short} ` : ''
  return `${short}-l ${option.name}${valueFlags(option)} -d ${quoted(option.says)}`
}

function valueFlags(option: OptionRow): string {
  const kind = valueKind(option)
  switch (kind.by) {
    case 'none':
      return ''
    case 'user':
      return ' -x'
    case 'file':
      return ' -r -F'
    case 'folder':
      return " -x -a '(__fish_complete_directories)'"
    case 'choices':
      return ` -x -a ${quoted(kind.choices.join(' '))}`
  }
}
