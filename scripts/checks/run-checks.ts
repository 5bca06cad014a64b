import { problemsOf, type Check } from './check.ts'
import { docPaths } from './doc-paths.ts'
import { firstPage } from './first-page.ts'
import { formatting } from './formatting.ts'
import { imports } from './imports.ts'
import { licences } from './licences.ts'
import { lint } from './lint.ts'
import { sliceNames } from './slice-names.ts'
import { types } from './types.ts'
import { unused } from './unused.ts'
import type { Tally } from '../tally.ts'

const checks: Check[] = [...types, lint, formatting, imports, unused, licences, docPaths, sliceNames, firstPage]

/** Runs every check, two at a time, and prints each as it ends; one that fails doesn't keep the others from telling. */
export async function runChecks(): Promise<Tally> {
  const waiting = [...checks]
  let failed = 0
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      if (!(await runCheck(check))) failed += 1
    }
  }
  await Promise.all([work(), work()])
  return { passed: checks.length - failed, failed, skipped: [] }
}

async function runCheck({ name, run }: Check): Promise<boolean> {
  const started = performance.now()
  const findings = await run().catch((error: unknown) => ({ looked: 0, of: 'files', problems: [String(error)] }))
  const problems = problemsOf(findings)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${problems.length === 0 ? '✓' : '✗'} ${name}: ${findings.looked} ${findings.of}, ${seconds} s`)
  if (problems.length > 0) console.log(problems.join('\n').replaceAll(/^/gm, '    '))
  return problems.length === 0
}
