import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { stores } from '../../tests/stores.ts'
import { connect, type Database } from './connect.ts'
import { KeyTasks } from './key-tasks.ts'
import { UsageDays } from './usage-days.ts'

describe.each(stores)('in $name', ({ location }) => {
  let folder: string
  let db: Database

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'callboard-usage-'))
    db = await connect(await location(folder))
  })
  afterEach(async () => {
    await db.destroy()
    rmSync(folder, { recursive: true })
  })

  const place = { accountId: '1', region: 'r', planId: 'p' }

  test('a day of usage is kept once and for good; a key without calls has none, a day that was not kept is not there', async () => {
    const days = new UsageDays(db)
    const many = new Map(Array.from({ length: 1_200 }, (_, n) => [`k${n}`, n]))
    expect(await days.keep(place, new Map([['2026-01-01', many]]))).toBe(1)
    const again = new Map([
      ['2026-01-01', new Map([['k1', 999]])],
      ['2026-01-03', new Map([['k1', 3_000_000_000]])],
    ])
    expect(await days.keep(place, again)).toBe(1)
    const kept = await days.between(place, '2026-01-01', '2026-01-03')
    expect([...kept.keys()].toSorted()).toEqual(['2026-01-01', '2026-01-03'])
    expect(kept.get('2026-01-01')!.size).toBe(1_199)
    expect([kept.get('2026-01-01')!.get('k1'), kept.get('2026-01-03')!.get('k1')]).toEqual([1, 3_000_000_000])
    expect((await days.between({ ...place, planId: 'other' }, '2026-01-01', '2026-01-03')).size).toBe(0)
  })

  test('a task is found by either of its keys, and one that was called off stays so', async () => {
    const tasks = new KeyTasks(db)
    const added = await tasks.add({
      accountId: '1',
      region: 'r',
      keyId: 'old',
      otherKeyId: 'new',
      byName: 'mara',
      createdMs: 5,
      body: { kind: 'delete', atMs: 1_800_000_000_000 },
    })
    expect(await tasks.open()).toEqual([added])
    for (const id of ['old', 'new']) expect(await tasks.ofKey({ accountId: '1', region: 'r' }, id)).toEqual([added])
    await tasks.save({ ...added, status: 'cancelled', outcome: 'called off' })
    await tasks.save({ ...added, outcome: 'a late look of the clock' })
    expect(await tasks.get(added.id)).toMatchObject({ status: 'cancelled', outcome: 'called off' })
    expect(await tasks.open()).toEqual([])
  })
})
