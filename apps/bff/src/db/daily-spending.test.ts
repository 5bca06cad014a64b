import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { stores } from '../../tests/stores.ts'
import { connect, type Database } from './connect.ts'
import { DailySpending } from './daily-spending.ts'

describe.each(stores)('in $name', ({ location }) => {
  let folder: string
  let db: Database
  let now = Date.UTC(2026, 10, 24, 12)

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'callboard-spending-'))
    db = await connect(await location(folder))
  })
  afterEach(async () => {
    await db.destroy()
    rmSync(folder, { recursive: true })
  })

  const place = { accountId: '1', region: 'r' }
  const open = () => new DailySpending(db, 1_000, () => now)

  test('a day has so many metrics, a restart none more, the next day and another account as many again', async () => {
    expect(await open().take(place, 999)).toBe(true)
    expect([await open().take(place, 2), await open().take(place, 1), await open().take(place, 1)]).toEqual([
      false,
      true,
      false,
    ])
    expect(await open().take({ ...place, accountId: '2' }, 1_000)).toBe(true)
    now = Date.UTC(2026, 10, 25)
    expect(await open().take(place, 1_000)).toBe(true)
  })

  test('what is given back can be taken again', async () => {
    const spending = open()
    await spending.take(place, 1_000)
    await spending.giveBack(place, 10)
    expect([await spending.take(place, 11), await spending.take(place, 10)]).toEqual([false, true])
  })

  test('many at once take no more than there is', async () => {
    const spending = open()
    const taken = await Promise.all(Array.from({ length: 30 }, () => spending.take(place, 50)))
    expect(taken.filter(Boolean)).toHaveLength(20)
  })
})
