import { expect, test } from 'vitest'
import { firingsOf } from './rehearse.ts'

const rule = {
  comparison: 'GreaterThanThreshold',
  threshold: 1,
  evaluationPeriods: 5,
  datapointsToAlarm: 3,
  missingData: 'notBreaching',
} as const

test('three of the last five points beyond the threshold fire, until they are no longer', () => {
  expect(firingsOf([0, 2, 2, 0, 2, 0, 0, 0, 0], rule)).toEqual([[4, 6]])
  expect(firingsOf([0, 2, 2, 0, 0, 0, 2, 0], rule)).toEqual([])
})

test('the threshold itself is beyond only where the rule says so', () => {
  expect(firingsOf([1, 1, 1], rule)).toEqual([])
  expect(firingsOf([1, 1, 1], { ...rule, comparison: 'GreaterThanOrEqualToThreshold' })).toEqual([[2, 3]])
})

test('two stretches are two firings', () => {
  const one = { ...rule, evaluationPeriods: 1, datapointsToAlarm: 1 }
  expect(firingsOf([2, 0, 2, 2], one)).toEqual([
    [0, 1],
    [2, 4],
  ])
})

test('no data counts as the rule says', () => {
  const few = { ...rule, comparison: 'LessThanThreshold', evaluationPeriods: 2, datapointsToAlarm: 2 } as const
  expect(firingsOf([5, null, null, 5], few)).toEqual([])
  expect(firingsOf([5, null, null, 5], { ...few, missingData: 'breaching' })).toEqual([[2, 3]])
  expect(firingsOf([0, 0, null, null, 5], { ...few, missingData: 'ignore' })).toEqual([[1, 2]])
  expect(
    firingsOf([0, 0, null, null, null, 5], {
      ...few,
      evaluationPeriods: 2,
      datapointsToAlarm: 1,
      missingData: 'ignore',
    }),
  ).toEqual([[0, 5]])
})
