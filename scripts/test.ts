import './require-node.js'
import { endPrograms } from './run-program.ts'
import { closingLine, sum, type Tally } from './tally.ts'
import { chooseKinds, type Kind } from './test-kinds.ts'
import { setUp, type Setup } from './test-setup.ts'
import { table, type Row } from './test-table.ts'

let interrupted = false
const isCi = Boolean(process.env.CI) && process.env.CI !== 'false'

async function main(): Promise<void> {
  const chosen = chooseKinds(process.argv.slice(2))
  const rows: Row[] = []
  const started = performance.now()
  const setup = await setUp(chosen)
  endOnSignal(setup)
  rows.push({ title: 'set-up', seconds: secondsSince(started), tally: setUpTally(setup) })
  // One kind that fails doesn't keep the next from running: one run tells all.
  for (const kind of chosen) {
    if (interrupted) return
    console.log(`\n── ${kind.title}\n`)
    const began = performance.now()
    const tally = await runKind(kind, setup)
    rows.push({ title: kind.title, seconds: secondsSince(began), budgetSeconds: kind.budgetSeconds, tally })
  }
  await setup.end()
  const total = sum(rows.map(({ tally }) => tally))
  console.log(`\n${table(rows)}\n\n${closingLine(total)}`)
  process.exitCode = total.failed > 0 ? 1 : 0
}

async function runKind(kind: Kind, setup: Setup): Promise<Tally> {
  const reason = kind.needs && setup.missing[kind.needs]
  if (!reason) return kind.run(setup.env)
  console.log(reason)
  // Without a browser nobody has seen the console: that is no skip, wherever it runs.
  const fails = isCi || kind.needs === 'browser'
  return { passed: 0, failed: fails ? 1 : 0, skipped: fails ? [] : [`${kind.title}: ${reason}`] }
}

function setUpTally({ missing }: Setup): Tally {
  if (!missing.postgres) return { passed: 0, failed: 0, skipped: [] }
  console.log(missing.postgres)
  return { passed: 0, failed: isCi ? 1 : 0, skipped: isCi ? [] : [`tests on PostgreSQL: ${missing.postgres}`] }
}

function endOnSignal(setup: Setup): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      interrupted = true
      endPrograms()
      void setup.end().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143))
    })
  }
}

const secondsSince = (began: number): number => (performance.now() - began) / 1000

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
