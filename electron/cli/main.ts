import { parseArguments } from './arguments'
import { commands } from './commands'
import { commandHelp, overviewHelp } from './help'
import { nearest } from './nearest'
import type { ExitStatus, Terminal } from './terminal'
import { VERSION } from '../backend/version'

/** Runs one command line, without the word `chartroom`. Never throws and prints no stack trace, unless CHARTROOM_DEBUG is set. */
export async function runChartroom(args: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  try {
    const status = await dispatch(args, terminal)
    await terminal.flush()
    return status
  } catch (error) {
    if (terminal.env.CHARTROOM_DEBUG) throw error
    await terminal.flush()
    terminal.say(`chartroom failed: ${error instanceof Error ? error.message : String(error)}`)
    terminal.say('This is a bug. CHARTROOM_DEBUG=1 shows where it happened.')
    return 4
  }
}

async function dispatch(args: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const [name, ...rest] = args
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') return help(rest[0], terminal)
  if (name === '--version' || name === '-V') {
    terminal.out(`${VERSION}\n`)
    return 0
  }
  const command = commands.find(row => row.name === name)
  if (!command) return unknownCommand(name, terminal)

  const misused = (message: string): ExitStatus => {
    terminal.say(`chartroom ${command.name}: ${message}`)
    terminal.say(`\`chartroom ${command.name} --help\` shows its usage and examples.`)
    return 2
  }
  const parsed = parseArguments(rest, command.options)
  if (!parsed.ok) return misused(parsed.message)
  if (parsed.options.has('help')) return help(command.name, terminal)
  const run = await command.load()
  return run({ words: parsed.words, options: parsed.options, terminal, misused })
}

function help(name: string | undefined, terminal: Terminal): ExitStatus {
  const command = commands.find(row => row.name === name)
  if (name !== undefined && !name.startsWith('-') && !command) return unknownCommand(name, terminal)
  terminal.out(command ? commandHelp(command) : overviewHelp(commands))
  return 0
}

function unknownCommand(name: string, terminal: Terminal): ExitStatus {
  const found = nearest(
    name,
    commands.map(row => row.name),
  )
  terminal.say(`chartroom: unknown command ${name}.${found ? ` Did you mean ${found}?` : ''}`)
  terminal.say('`chartroom --help` lists the commands.')
  return 2
}
