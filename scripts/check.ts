import './require-node.js'
import { runChecks } from './checks/run-checks.ts'
import { closingLine } from './tally.ts'

const tally = await runChecks()
console.log(`\n${closingLine(tally)}`)
process.exitCode = tally.failed > 0 ? 1 : 0
