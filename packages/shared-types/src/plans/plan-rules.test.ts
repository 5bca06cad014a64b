import { describe, expect, test } from 'vitest'
import { effectiveLimit } from './effective-limit.ts'
import { burstProblem, offsetProblem, quotaWindow, rateProblem } from './plan-rules.ts'
import { limitsInWords, quotaBegins } from './plan-words.ts'
import { forecastQuota, trendOf } from './usage-forecast.ts'
import { daysUntil } from './usage-days.ts'

const at = (text: string) => Date.parse(`${text}Z`)
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10)

describe('the period of a quota', () => {
  test.each([
    ['DAY', 0, '2026-01-15T12:00', '2026-01-15', '2026-01-16'],
    // A Thursday; weeks begin on Sunday, or so many days later.
    ['WEEK', 0, '2026-01-15T12:00', '2026-01-11', '2026-01-18'],
    ['WEEK', 4, '2026-01-15T00:00', '2026-01-15', '2026-01-22'],
    ['WEEK', 5, '2026-01-15T23:59', '2026-01-09', '2026-01-16'],
    ['MONTH', 0, '2026-02-01T00:00', '2026-02-01', '2026-03-01'],
    ['MONTH', 20, '2026-01-15T12:00', '2025-12-21', '2026-01-21'],
    ['MONTH', 27, '2026-02-28T00:00', '2026-02-28', '2026-03-28'],
  ] as const)('%s with offset %i at %s', (period, offset, instant, from, to) => {
    const window = quotaWindow({ period, offset }, at(instant))
    expect([iso(window.fromMs), iso(window.toMs)]).toEqual([from, to])
  })

  test('has bounds for its offset, and limits that let nothing through are told', () => {
    expect([offsetProblem('DAY', 0), offsetProblem('WEEK', 6), offsetProblem('MONTH', 27)]).toEqual([null, null, null])
    for (const wrong of [
      offsetProblem('DAY', 1),
      offsetProblem('WEEK', 7),
      offsetProblem('MONTH', 28),
      offsetProblem('WEEK', -1),
    ])
      expect(wrong).toBeTruthy()
    expect([burstProblem(1), rateProblem(0.5)]).toEqual([null, null])
    for (const wrong of [burstProblem(0), burstProblem(1.5), rateProblem(0), rateProblem(null)])
      expect(wrong).toBeTruthy()
  })
})

test('limits read as people say them', () => {
  const throttle = { rateLimit: 10, burstLimit: 20 }
  const quota = { limit: 5_000, period: 'DAY' as const, offset: 0 }
  expect(limitsInWords({ throttle, quota })).toBe('10 a second, bursts of 20, 5,000 a day')
  expect(limitsInWords({ throttle: null, quota: null })).toBe('No limits of its own')
  expect(quotaBegins({ period: 'WEEK', offset: 1 })).toBe('every Monday at midnight UTC')
})

describe('what a key can call of a method at the most', () => {
  const plan = { rateLimit: 50, burstLimit: 100 }
  const stage = { rateLimit: 40, burstLimit: 500 }
  const account = { rateLimit: 10_000, burstLimit: 5_000 }

  test('is the lowest of all that it meets, named for rate and burst each', () => {
    const { rate, burst, steps } = effectiveLimit({ plan, stage, account })
    expect([rate, burst]).toEqual([
      { value: 40, level: 'stage' },
      { value: 100, level: 'plan' },
    ])
    expect(steps.map(({ level, each }) => [level, each])).toEqual([
      ['plan', 'key'],
      ['stage', 'all'],
      ['account', 'all'],
    ])
  })

  test('a method’s own limit stands for the plan’s and the stage’s, even where it is higher', () => {
    const own = { rateLimit: 90, burstLimit: 90 }
    const { rate, burst } = effectiveLimit({ plan, planMethod: own, stage, stageMethod: own, account })
    expect([rate, burst]).toEqual([
      { value: 90, level: 'plan_method' },
      { value: 90, level: 'plan_method' },
    ])
  })

  test('a limit that a stage has switched off is none', () => {
    expect(effectiveLimit({ stage: { rateLimit: -1, burstLimit: -1 } })).toEqual({ steps: [], rate: null, burst: null })
  })
})

describe('a quota burns down', () => {
  const quota = { limit: 700, period: 'WEEK' as const, offset: 4 }
  // Begins on Thursday the 15th; it is noon of the third day.
  const now = at('2026-01-17T12:00')
  const days = daysUntil(now, 10)

  test('and runs out on the day that the pace of the last days says', () => {
    const used = [0, 0, 100, 100, 100, 100, 100, 200, 200, 100]
    const forecast = forecastQuota(quota, { days, used }, 200, now)
    expect(forecast).toMatchObject({ used: 500, remaining: 200, pacePerDay: 900 / 7 })
    expect(new Date(forecast.runsOutMs!).toISOString()).toMatch(/^2026-01-19T01/)
  })

  test('or lasts until it begins anew', () => {
    const used = [0, 0, 0, 0, 0, 0, 0, 10, 10, 5]
    expect(forecastQuota(quota, { days, used }, 675, now).runsOutMs).toBeNull()
  })

  test('a key’s first day is judged by itself, and one that is used up has run out now', () => {
    const used = [null, null, 0, 0, 0, 0, 0, 0, 0, 300]
    expect(forecastQuota(quota, { days, used }, 400, now).pacePerDay).toBe(600)
    expect(forecastQuota(quota, { days, used }, 0, now).runsOutMs).toBe(now)
  })
})

test('who is new, who has gone quiet, and who never called', () => {
  const days = (first: number, last: number) => [...Array<number>(20).fill(first), ...Array<number>(7).fill(last)]
  expect([days(0, 1), days(1, 0), days(1, 1), days(0, 0)].map(trendOf)).toEqual(['new', 'vanished', 'steady', 'silent'])
})
