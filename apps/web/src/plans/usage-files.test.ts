import type { PlanUsage } from '@callboard/shared-types/plans/usage.schemas'
import { expect, test } from 'vitest'
import { usageCsv, usageJson } from './usage-files'

const key = { gone: false, enabled: true, total: 3, quota: null, trend: 'steady' as const }
const usage: PlanUsage = {
  planId: 'p1',
  from: '2026-01-01',
  days: 2,
  used: [3, 0],
  keys: [
    { ...key, keyId: 'k1', name: 'Acme, "Inc"', owner: null, used: [3, 0] },
    { ...key, keyId: 'k2', name: '=1+1', owner: 'Zoe', used: [null, 5] },
  ],
  asOf: '2026-01-02T10:00:00.000Z',
}
const days = ['2026-01-01', '2026-01-02']

test('a file has a row for each key and known day, and nothing that a spreadsheet would run', () => {
  expect(usageCsv(usage, days).split('\r\n')).toEqual([
    'day,keyId,name,owner,calls',
    '2026-01-01,k1,"Acme, ""Inc""",,3',
    '2026-01-02,k1,"Acme, ""Inc""",,0',
    "2026-01-02,k2,'=1+1,Zoe,5",
    '',
  ])
})

test('as JSON what is not known is null', () => {
  expect(JSON.parse(usageJson(usage, days))).toMatchObject({ days, keys: [{ calls: [3, 0] }, { calls: [null, 5] }] })
})
