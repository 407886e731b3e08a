import type { CommandRow, OptionRow } from '../command'
import { quoted, valueKind } from './value-kind'

/** A script for bash 3.2 and newer. */
export function bashCompletion(commands: readonly CommandRow[]): string {
  return `# bash completion for chartroom
_chartroom() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command=\${COMP_WORDS[1]}
  local IFS=$'\\n'
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W ${lines(commands.map(({ name }) => name))} -- "$word"))
    return
  fi
  case "$command $before" in
${commands.flatMap(valueCases).join('\n')}
  esac
  case "$command" in
${commands.map(wordCase).join('\n')}
  esac
}
complete -o filenames -F _chartroom chartroom
`
}

/** What stands behind an option that takes a value. */
function valueCases({ name, options }: CommandRow): readonly string[] {
  return options.flatMap(option => {
    const words = wordsFor(option)
    if (words === null) return []
    const spellings = [`--${option.name}`, ...(option.short ? [`-${option.short}`] : [])]
    return [`    ${spellings.map(spelling => quoted(`${name} ${spelling}`)).join('|')}) ${words}return ;;`]
  })
}

function wordsFor(option: OptionRow): string | null {
  const kind = valueKind(option)
  switch (kind.by) {
    case 'none':
      return null
    case 'user':
      return ''
    case 'file':
      return 'COMPREPLY=($(compgen -f -- "$word")); '
    case 'folder':
      return 'COMPREPLY=($(compgen -d -- "$word")); '
    case 'choices':
      return `COMPREPLY=($(compgen -W ${lines(kind.choices)} -- "$word")); `
  }
}

function wordCase({ name, options, words }: CommandRow): string {
  const known = lines(options.map(option => `--${option.name}`))
  const other = words ? `compgen -W ${lines(words)}` : 'compgen -f'
  return `    ${name}) if [[ $word == -* ]]; then COMPREPLY=($(compgen -W ${known} -- "$word")); else COMPREPLY=($(${other} -- "$word")); fi ;;`
}

/** Words one a line: IFS is a line break, so that file names may hold spaces. */
function lines(words: readonly string[]): string {
  return `$'${words.join('\\n')}'`
}
