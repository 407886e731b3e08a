import type { CommandRow, OptionRow } from '../command'
import { quoted, valueKind } from './value-kind'

/** A script for zsh 5: loaded as \`_chartroom\` from fpath, or evaluated after compinit. */
export function zshCompletion(commands: readonly CommandRow[]): string {
  return `#compdef chartroom
_chartroom() {
  if (( CURRENT == 2 )); then
    local -a commands
    commands=(
${commands.map(({ name, says }) => `      ${quoted(`${name}:${says}`)}`).join('\n')}
    )
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${commands.map(commandCase).join('\n')}
  esac
}
if [ "$funcstack[1]" = _chartroom ]; then _chartroom "$@"; else compdef _chartroom chartroom; fi
`
}

function commandCase({ name, options, words }: CommandRow): string {
  const specs = [...options.flatMap(optionSpecs), quoted(words ? `*:word:(${words.join(' ')})` : '*:path:_files')]
  return `    ${name}) _arguments ${specs.join(' ')} ;;`
}

function optionSpecs(option: OptionRow): readonly string[] {
  const spellings = [`--${option.name}`, ...(option.short ? [`-${option.short}`] : [])]
  return spellings.map(spelling => quoted(`*${spelling}[${escaped(option.says)}]${valueSpec(option)}`))
}

function valueSpec(option: OptionRow): string {
  const name = (option.value ?? '').toLowerCase().replaceAll(':', ' ')
  const kind = valueKind(option)
  switch (kind.by) {
    case 'none':
      return ''
    case 'user':
      return `:${name}: `
    case 'file':
      return `:${name}:_files`
    case 'folder':
      return `:${name}:_files -/`
    case 'choices':
      return `:${name}:(${kind.choices.join(' ')})`
  }
}

/** Brackets and colons end a description. */
function escaped(text: string): string {
  return text.replaceAll(/[[\]:\\]/g, '\\$&')
}
