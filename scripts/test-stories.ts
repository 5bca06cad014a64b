import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { buildWeb } from './build-web.ts'
import { bin, showProgram } from './run-program.ts'
import type { Tally } from './tally.ts'

interface Suite {
  suites?: Suite[]
  specs?: { title: string; file: string; tests: { status: string }[] }[]
}

interface Report extends Suite {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
}

export async function runStories(env: NodeJS.ProcessEnv): Promise<Tally> {
  try {
    await buildWeb()
  } catch (error) {
    console.error('The console could not be built.', error)
    return { passed: 0, failed: 1, skipped: [] }
  }
  const folder = await mkdtemp(join(tmpdir(), 'callboard-stories-'))
  const file = join(folder, 'report.json')
  const code = await showProgram(bin('playwright'), ['test', '--reporter=list,json', '--retries=0'], {
    ...env,
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  })
  const report = await readFile(file, 'utf8').then(
    (text) => JSON.parse(text) as Report,
    () => undefined,
  )
  await rm(folder, { recursive: true, force: true })
  return tallyOf(report, code)
}

/** A run without stories, an error beside them and a run without a report each count as one failed. */
export function tallyOf(report: Report | undefined, code: number | null): Tally {
  if (!report) return { passed: 0, failed: 1, skipped: [] }
  const { expected, unexpected, flaky } = report.stats
  const failed = unexpected + flaky
  const skipped = skippedIn(report)
  const saysFailed = code !== 0 || expected + failed + skipped.length === 0
  return { passed: expected, failed: failed === 0 && saysFailed ? 1 : failed, skipped }
}

const skippedIn = ({ specs = [], suites = [] }: Suite): string[] => [
  ...specs.flatMap(({ file, title, tests }) =>
    tests.filter(({ status }) => status === 'skipped').map(() => `${file}: ${title}`),
  ),
  ...suites.flatMap(skippedIn),
]
