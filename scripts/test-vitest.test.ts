import { expect, test } from 'vitest'

import { tallyOf } from './test-vitest.ts'

const file = (status: string, ...tests: string[]) => ({
  name: '/x/a.test.ts',
  status,
  assertionResults: tests.map((it) => ({ fullName: 'a test', status: it })),
})
const report = (passed: number, failed: number, ...testResults: ReturnType<typeof file>[]) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  testResults,
})

test('passed, failed and skipped tests are counted, skips by name', () => {
  const tally = tallyOf(report(1, 1, file('failed', 'passed', 'failed', 'skipped')), 1)

  expect(tally).toMatchObject({ passed: 1, failed: 1 })
  expect(tally.skipped).toEqual([expect.stringMatching(/a\.test\.ts: a test$/)])
})

test('a file that does not load is a failure though none of its tests failed', () => {
  expect(tallyOf(report(4, 0, file('passed', 'passed'), file('failed')), 1)).toMatchObject({ passed: 4, failed: 1 })
})

test('an error beside the tests, a run without tests and one without a report are failures', () => {
  expect(tallyOf(report(4, 0, file('passed', 'passed')), 1).failed).toBe(1)
  expect(tallyOf(report(0, 0), 0).failed).toBe(1)
  expect(tallyOf(undefined, 0).failed).toBe(1)
})

test('a green run is green', () => {
  expect(tallyOf(report(4, 0, file('passed', 'passed')), 0)).toEqual({ passed: 4, failed: 0, skipped: [] })
})
