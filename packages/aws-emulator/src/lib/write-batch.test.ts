import { expect, onTestFinished, test, vi } from 'vitest'
import type { Database, RowChange } from './database.ts'
import { Store, type Write } from './store.ts'

const place = { account: '111122223333', region: 'eu-central-1' }
const row = (id: string, value: unknown): Write => ({ ...place, kind: 'stage', id, value })

function disk() {
  const transactions: string[][] = []
  const state = { full: false }
  const database: Database = {
    rows: () => [],
    close: () => {},
    write(changes: RowChange[]) {
      if (state.full) throw new Error('disk full')
      transactions.push(changes.map(({ id, body }) => `${id}=${body}`))
    },
  }
  return { transactions, state, store: new Store(database) }
}

test('what is written in one turn goes to the disk together, the last value of each row, before anybody is answered', async () => {
  const { store, transactions } = disk()
  store.commit([row('a', 1)])
  store.commit([row('a', 2), row('b', 3)])
  expect(transactions).toEqual([])
  await store.settled()
  expect(transactions).toEqual([['a=2', 'b=3']])
  expect(store.settled()).toBeUndefined()
})

test('where the disk refuses, all who wait are told and all is as it was; the next write may succeed', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => told.mockRestore())
  const { store, transactions, state } = disk()
  store.commit([row('a', 1)])
  await store.settled()
  state.full = true
  store.commit([row('a', 2)])
  store.commit([row('a', undefined), row('b', 3)])
  await expect(store.settled()).rejects.toThrow('disk full')
  expect(store.get(place, 'stage', 'a')).toBe(1)
  expect(store.get(place, 'stage', 'b')).toBeUndefined()
  state.full = false
  store.commit([row('c', 4)])
  await store.settled()
  expect(transactions).toEqual([['a=1'], ['c=4']])
})

test('what still waits when the store closes is written', () => {
  const { store, transactions } = disk()
  store.commit([row('a', 1)])
  store.close()
  expect(transactions).toEqual([['a=1']])
})
