import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stores } from '../../tests/stores.ts'
import type { AwsConnection } from '../aws/connections.ts'
import type { SeenDeployment } from '../aws/seen-deployment.ts'
import { makeLog } from '../lib/log.ts'
import { connect, type Database } from './connect.ts'
import { Definitions } from './definitions.ts'
import { Snapshots, type Snapshot } from './snapshots.ts'

const ref = { accountId: '1', region: 'r', kind: 'rest' as const, apiId: 'api', stage: 'qa' }
const config = { cacheClusterEnabled: false, tracingEnabled: false }

const snapshot = (n: number, more: Partial<Snapshot> = {}): Snapshot => ({
  id: `${more.ref?.stage ?? 'qa'}${n}`,
  ref,
  n,
  createdMs: 1,
  atMs: n * 10,
  seenMs: n * 10 + 5,
  processMs: 1,
  awsMs: n * 10,
  gone: false,
  origin: 'first',
  changeId: null,
  hash: String(n),
  config: { ...config, description: `as of ${n}` },
  tags: { team: 'a' },
  ...more,
})

describe.each(stores)('on $name', ({ location }) => {
  let folder: string
  let db: Database
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'callboard-history-'))
    db = await connect(await location(folder))
  })
  afterAll(async () => {
    await db.destroy()
    rmSync(folder, { recursive: true })
  })

  test('snapshots are found by number, by instant and as the last of each stage', async () => {
    const store = new Snapshots(db)
    await store.add([snapshot(1), snapshot(1, { ref: { ...ref, stage: 'prod' } })])
    await store.add([snapshot(2)])
    await store.add([snapshot(3, { gone: true })])

    expect(await store.get(ref, 'qa2')).toEqual(snapshot(2))
    expect((await store.at(ref, 29))?.n).toBe(2)
    expect(await store.at(ref, 9)).toBeUndefined()
    expect((await store.list(ref, { limit: 2 })).map(({ n }) => n)).toEqual([3, 2])
    expect((await store.before(snapshot(2)))?.n).toBe(1)
    expect((await store.after(snapshot(2)))?.n).toBe(3)
    const last = await store.latest({ accountId: '1', region: 'r', apiId: 'api' })
    expect(last.map(({ ref: { stage }, n }) => `${stage} ${n}`).toSorted()).toEqual(['prod 1', 'qa 3'])
    await expect(store.add([snapshot(3, { id: 'other' })])).rejects.toThrow(/unique/i)
  })

  test('deployments that are missed are gone, and back when they are listed again; equal definitions are kept once', async () => {
    const definitions = new Definitions(db, makeLog('silent'))
    const connection = { config: { accountId: '1', region: 'r' } } as AwsConnection
    let nowMs = 1_000
    definitions.follow(connection, () => nowMs)
    const one = { id: 'd1', description: 'shop 1, by mara', label: 'shop 1', by: 'mara', createdMs: 10 }
    const list = async (...ids: string[]) => {
      nowMs++
      connection.onDeploymentsRead!(
        'api',
        ids.map((id): SeenDeployment => ({ ...one, id })),
      )
      await definitions.noted()
      return (await definitions.gone(ref)).map(({ id, goneMs }) => [id, goneMs])
    }
    expect(await list('d1', 'd2')).toEqual([])
    expect(await list('d2')).toEqual([['d1', 1_002]])
    expect(await list('d2')).toEqual([['d1', 1_002]])
    expect(await list('d1', 'd2')).toEqual([])

    await definitions.keep(ref, 'd1', 5, { failure: 'denied' })
    await definitions.keep(ref, 'd1', 6, { body: '{"a":1}' })
    await definitions.keep(ref, 'd2', 7, { body: '{"a":1}' })
    const kept = await definitions.kept(ref)
    expect(kept.get('d1')).toMatchObject({ keptMs: 6, failure: null })
    expect(kept.get('d1')!.hash).toBe(kept.get('d2')!.hash)
    expect(await definitions.document(ref, 'd2')).toEqual({ a: 1 })
    expect(await db.selectFrom('document').selectAll().execute()).toHaveLength(1)
  })
})
