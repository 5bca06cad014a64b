import type { TestMetricFilterRequest, TestMetricFilterResponse } from '@aws-sdk/client-cloudwatch-logs'
import { invalidParameter } from '../errors.ts'
import { readPattern } from '../filter-pattern/filter-pattern.ts'

/** Documented. */
const most = 50

/** Which of some lines match, counted from 1, each with the values of the pattern's fields (documented by its examples). */
export function testMetricFilter(_: unknown, input: TestMetricFilterRequest): TestMetricFilterResponse {
  const { filterPattern, logEventMessages = [] } = input
  if (logEventMessages.length < 1 || logEventMessages.length > most) {
    throw invalidParameter(`The number of log event messages must be between 1 and ${most}.`)
  }
  const pattern = readPattern(filterPattern)
  const matches = logEventMessages.flatMap((eventMessage, index) => {
    if (!pattern.matches(eventMessage)) return []
    const values = pattern.named.flatMap((name): [string, string][] => {
      const value = pattern.reader(name)?.(eventMessage)
      return value === undefined ? [] : [[name, typeof value === 'string' ? value : JSON.stringify(value)]]
    })
    return [{ eventNumber: index + 1, eventMessage, extractedValues: Object.fromEntries(values) }]
  })
  return { matches }
}
