import { expect, test } from 'vitest'
import { ruleFrom, typedOf } from './alarm-form'

test('a rate is typed in percent, a latency in milliseconds', () => {
  const typed = typedOf('a', null)
  expect(typed.threshold).toBe(2)
  expect(ruleFrom({ ...typed, threshold: 0.7 })).toMatchObject({ rule: { threshold: 0.007 } })
  expect(ruleFrom({ ...typed, metric: 'Latency', statistic: 'p99', threshold: 900 })).toMatchObject({
    rule: { threshold: 900 },
  })
})

test('what was read is typed back', () => {
  const { rule } = ruleFrom({ ...typedOf('a', null), alarmActions: 'arn:aws:sns:x:1:a\narn:aws:sns:x:1:b' }) as {
    rule: never
  }
  expect(ruleFrom(typedOf('a', rule))).toEqual({ rule })
})

test('what is wrong is named where it was typed', () => {
  const typed = typedOf('a', null)
  expect(ruleFrom({ ...typed, datapointsToAlarm: 6 })).toMatchObject({
    wrong: { datapointsToAlarm: expect.any(String) },
  })
  expect(ruleFrom({ ...typed, threshold: null, route: 'pets', alarmActions: 'me' })).toEqual({
    wrong: { threshold: 'A number', route: 'Such as GET /pets/{petId}', alarmActions: expect.stringContaining('arn:') },
  })
})

test('a status is counted: its threshold is a number of answers', () => {
  const typed = typedOf('a', null)
  const status = { ...typed, metric: '429', statistic: 'Sum', threshold: 12 } as const
  expect(ruleFrom(status)).toMatchObject({ rule: { metric: '429', threshold: 12 } })
  expect(ruleFrom({ ...status, route: 'GET /pets' })).toMatchObject({ wrong: { route: expect.any(String) } })
})
