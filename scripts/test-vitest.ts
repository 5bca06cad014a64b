import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'

import { bin, root, showProgram } from './run-program.ts'
import type { Tally } from './tally.ts'

interface Report {
  numPassedTests: number
  numFailedTests: number
  testResults: {
    name: string
    status: string
    assertionResults: { fullName: string; status: string }[]
  }[]
}

/** @param project one of the projects of vitest.config.ts */
export async function runVitest(project: string, env: NodeJS.ProcessEnv): Promise<Tally> {
  const folder = await mkdtemp(join(tmpdir(), 'callboard-vitest-'))
  const file = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const code = await showProgram(bin('vitest'), ['run', '--project', project, ...reporters], env)
  const report = await readFile(file, 'utf8').then(
    (text) => JSON.parse(text) as Report,
    () => undefined,
  )
  await rm(folder, { recursive: true, force: true })
  return tallyOf(report, code)
}

/** A file that doesn't load, a run without tests, an error beside the tests and a run without a report each count as one failed. */
export function tallyOf(report: Report | undefined, code: number | null): Tally {
  if (!report) return { passed: 0, failed: 1, skipped: [] }
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((it) => it.status === 'failed'),
  )
  const failed = report.numFailedTests + broken.length
  const skipped = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status !== 'passed' && status !== 'failed')
      .map(({ fullName }) => `${relative(root, name)}: ${fullName}`),
  )
  const saysFailed = code !== 0 || report.numPassedTests + failed + skipped.length === 0
  return { passed: report.numPassedTests, failed: failed === 0 && saysFailed ? 1 : failed, skipped }
}
