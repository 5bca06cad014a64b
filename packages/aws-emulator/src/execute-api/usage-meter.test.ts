import { expect, onTestFinished, test, vi } from 'vitest'
import { kinds, type UsageRecord } from '../apigateway/records.ts'
import type { Database, RowChange } from '../lib/database.ts'
import { Store } from '../lib/store.ts'
import { testPlace } from '../testing/emulated.ts'
import { createUsageMeter } from './usage-meter.ts'

const day = '2026-01-15'
const noon = Date.parse(`${day}T12:00:00Z`)

/** A meter on a disk that can be full. */
function metered() {
  const written: RowChange[][] = []
  const disk = { full: false }
  const database: Database = {
    rows: () => [],
    close: () => {},
    write(changes) {
      if (disk.full) throw new Error('disk full')
      written.push(changes)
    },
  }
  const store = new Store(database)
  const meter = createUsageMeter(store)
  const count = (requests: number) => {
    for (let made = 0; made < requests; made++) meter.count(testPlace, 'plan', 'key', noon)
  }
  const used = () => meter.usedBetween(testPlace, 'plan', 'key', day, day)
  return { store, meter, disk, written, count, used }
}

test('what is flushed goes to the disk in one row a key, and counts once', async () => {
  const { store, meter, written, count, used } = metered()
  count(3)
  meter.flush()
  expect(used()).toBe(3)
  await store.settled()
  count(2)
  meter.flush()
  await store.settled()
  expect(used()).toBe(5)
  expect(written.map((changes) => changes.map(({ body }) => (JSON.parse(body ?? '') as UsageRecord).days))).toEqual([
    [{ [day]: 3 }],
    [{ [day]: 5 }],
  ])
})

test('what a full disk refuses isn’t lost: it is counted still, and written with the next', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => told.mockRestore())
  const { store, meter, disk, count, used } = metered()
  disk.full = true
  count(3)
  meter.flush()
  await expect(store.settled()).rejects.toThrow('disk full')
  expect(used()).toBe(3)
  disk.full = false
  count(1)
  meter.flush()
  await store.settled()
  expect(used()).toBe(4)
  expect(store.get<UsageRecord>(testPlace, kinds.usage, 'plan/key')?.days).toEqual({ [day]: 4 })
})
