import { offersFor } from '../../shared/relations/wire'
import type { WireAnswers } from '../../shared/relations/relation'
import { connect } from '../../shared/workspace/commands/connect'
import type { CommandCall } from './command'
import { findWireEnds } from './wire-ends'
import { finishTie } from './finish-tie'
import type { ExitStatus } from './terminal'

/** `wire PATH... RULE FROM TO`: makes a relation exactly as a drag would; `--list FROM TO` says which rules fit. */
export async function runWire(call: CommandCall): Promise<ExitStatus> {
  const { options, misused } = call
  if (options.has('list')) return listOffers(call)
  const answers = readAnswers(options.all('with'))
  if (typeof answers === 'string') return misused(answers)
  const ends = await findWireEnds(call, 'RULE FROM TO')
  if (!ends.ok) return ends.status
  const { loaded, rule, from, to } = ends
  return finishTie('wire', loaded, connect(loaded.design, { rule, from: from.id, to: to.id, answers }), call)
}

async function listOffers(call: CommandCall): Promise<ExitStatus> {
  const ends = await findWireEnds(call, 'FROM TO')
  if (!ends.ok) return ends.status
  const { terminal, options } = call
  const offers = offersFor(ends.loaded.design.graph, ends.from.id, ends.to.id)
  if (options.has('json')) {
    const shown = offers.map(({ rule, says, asks }) => ({ rule, says, asks }))
    terminal.out(`${JSON.stringify(shown, null, 1)}\n`)
    return 0
  }
  for (const { rule, says, asks } of offers) {
    terminal.out(`${rule}  ${says}\n`)
    for (const ask of asks)
      terminal.out(`    --with ${ask.key}=${ask.default}${ask.choices ? `  (${ask.choices.join(', ')})` : ''}\n`)
  }
  if (offers.length === 0) terminal.say('No rule fits from the first to the second object.')
  return 0
}

/** The answers of `--with KEY=VALUE`, or what is wrong with one. */
function readAnswers(given: readonly string[]): WireAnswers | string {
  const answers: Record<string, string> = {}
  for (const answer of given) {
    const equals = answer.indexOf('=')
    if (equals < 1) return `--with takes KEY=VALUE, not ${answer}.`
    answers[answer.slice(0, equals)] = answer.slice(equals + 1)
  }
  return answers
}
