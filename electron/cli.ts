import { runChartroom } from './cli/main'
import { processTerminal } from './cli/terminal'

/** The `chartroom` command: runs on import, and ends with the exit status of CLI.md once everything is written. */
process.exitCode = await runChartroom(process.argv.slice(2), processTerminal())
