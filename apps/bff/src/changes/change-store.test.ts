import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Plan } from '@callboard/shared-types/changes/plan.schemas'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { stores } from '../../tests/stores.ts'
import { connect, type Database } from '../db/connect.ts'
import { ChangeStore } from './change-store.ts'
import { Leases } from './leases.ts'
import { Rows } from './rows.ts'

const target = {
  connection: 'demo',
  accountId: '1',
  region: 'r',
  kind: 'rest' as const,
  apiId: 'api',
  apiName: 'Checkout 100%',
  stage: 'prod',
  createdAt: '2026-11-24T12:00:00.000Z',
  production: true,
}
const plan = (title: string): Plan => ({
  verb: 'test.verb',
  title,
  act: 'Do',
  target,
  lookedAt: target.createdAt,
  changes: [],
  consequences: [],
  unchanged: [],
  hits: [],
  warnings: [],
  choices: [],
  operations: [],
  commands: [],
  confirm: null,
  undo: { kind: 'exact' },
  seen: [],
  blocked: null,
})
const actor = { kind: 'person' as const, issuer: 'demo', subject: 'mara', name: 'mara' }

describe.each(stores)('changes in $name', ({ location }) => {
  let db: Database
  let store: ChangeStore
  let rows: Rows
  let folder: string
  let now = Date.UTC(2026, 10, 24)
  const clocks = { processMs: () => now, worldMs: () => now, worldSpeed: () => 0 }

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'callboard-store-'))
    db = await connect(await location(folder))
    store = new ChangeStore(db, clocks, 'me')
    rows = new Rows(db, clocks, 'me')
  })
  afterEach(async () => {
    await db.destroy()
    rmSync(folder, { recursive: true })
  })

  const begin = (title: string, undoes: string | null = null) =>
    store.begin({ actor, reason: `why ${title}`, undoes, plan: plan(title) })
  const end = (id: string, status: 'done' | 'failed' = 'done') =>
    rows.append(id, { kind: 'ended', status, outcome: 'x', effects: [], metAnother: false })

  test('come newest first, in pages without gaps or doubles', async () => {
    const ids: string[] = []
    for (let n = 0; n < 7; n++) ids.unshift(await begin(`change ${n}`))

    const first = await store.list({ limit: 3 })
    const second = await store.list({ limit: 3, cursor: first.at(-1)!.head.id })
    const third = await store.list({ limit: 3, cursor: second.at(-1)!.head.id })

    expect([...first, ...second, ...third].map(({ head }) => head.id)).toEqual(ids)
  })

  test('are found by words in title, reason, name, API or stage, and by nothing else', async () => {
    await begin('Roll back')
    await begin('Move the canary')

    const titles = async (text: string) => (await store.list({ limit: 9, text })).map(({ head }) => head.title)
    expect(await titles('ROLL mara')).toEqual(['Roll back'])
    expect(await titles('100%')).toHaveLength(2)
    expect(await titles('1%0')).toEqual([])
    expect(await titles('rol_')).toEqual([])
  })

  test('are pending until their end is written', async () => {
    const id = await begin('one')
    expect(await store.unended({ ...target })).toEqual([id])
    expect((await store.list({ limit: 9, status: 'pending' })).map(({ head }) => head.id)).toEqual([id])

    await end(id)
    expect(await store.unended()).toEqual([])
    expect((await store.list({ limit: 9, status: 'done' })).map(({ head }) => head.id)).toEqual([id])
  })

  test('know what undid them, and that an undone undo leaves them standing', async () => {
    const first = await begin('first')
    await end(first)
    const undo = await begin('undo', first)
    expect((await store.get(first))!.undoneBy).toBeNull()
    await end(undo)
    expect((await store.get(first))!.undoneBy).toBe(undo)

    const redo = await begin('undo the undo', undo)
    await end(redo)
    expect((await store.get(first))!.undoneBy).toBeNull()
    expect((await store.get(undo))!.undoneBy).toBe(redo)
  })

  test('tell the last that went through, by stage', async () => {
    await end(await begin('one'))
    await end(await begin('two'), 'failed')

    expect((await store.lastDone('1', 'r')).get('api/prod')).toEqual({ by: 'mara', atMs: now })
  })

  test('two processes cannot write the same row', async () => {
    const id = await begin('one')
    const ends = await Promise.allSettled([end(id), end(id)])

    expect(ends.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(1)
    expect((await rows.of(id)).map(({ seq }) => seq)).toEqual([...new Set((await rows.of(id)).map(({ seq }) => seq))])
  })

  test('a lease is one process’s until it is released or over', async () => {
    const [mine, theirs] = [new Leases(db, clocks, 'me', 1_000), new Leases(db, clocks, 'they', 1_000)]
    const lease = (await mine.take('stage', 0))!
    expect(await theirs.take('stage', 0)).toBeUndefined()

    now += 900
    expect(await mine.hold(lease)).toBe(true)
    now += 900
    expect(await theirs.take('stage', 0)).toBeUndefined()
    now += 200
    expect(await theirs.take('stage', 0)).toBeDefined()
    expect(await mine.hold(lease)).toBe(false)

    await mine.release(lease)
    expect(await mine.take('stage', 0)).toBeUndefined()
  })
})
