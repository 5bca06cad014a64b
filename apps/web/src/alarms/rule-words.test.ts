import { expect, test } from 'vitest'
import { ruleInWords } from './rule-words'

const rule = {
  metric: '5XXError',
  statistic: 'Average',
  route: null,
  comparison: 'GreaterThanThreshold',
  threshold: 0.02,
  periodSeconds: 300,
  evaluationPeriods: 5,
  datapointsToAlarm: 3,
  missingData: 'notBreaching',
  description: '',
  alarmActions: [],
  okActions: [],
} as const

const words = (over: object) =>
  ruleInWords({ ...rule, ...over, alarmActions: [], okActions: [] }).replaceAll('\u00a0', ' ')

test('a rule reads as a sentence, with its unit', () => {
  expect(words({})).toBe('5XX rate above 2.0 % for 3 of 5 × 5 min')
  expect(words({ metric: 'Latency', statistic: 'p99', threshold: 2500 })).toBe(
    'Latency (p99) above 2,500 ms for 3 of 5 × 5 min',
  )
  expect(
    words({
      metric: 'Count',
      statistic: 'SampleCount',
      comparison: 'LessThanThreshold',
      threshold: 1,
      evaluationPeriods: 1,
    }),
  ).toBe('Calls (SampleCount) below 1 for 5 min')
  expect(words({ metric: '429', statistic: 'Sum', threshold: 10 })).toBe('429 answers above 10 for 3 of 5 × 5 min')
  expect(words({ metric: 'Count', statistic: 'Average' })).toContain('Calls (Average) above 0')
})
