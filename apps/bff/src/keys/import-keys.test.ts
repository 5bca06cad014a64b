import { GetApiKeysCommand } from '@aws-sdk/client-api-gateway'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forgetKeys, keyedStage, type KeyedStage } from '../../tests/keyed-stage.ts'
import { startTestApp, type Client, type TestApp } from '../../tests/test-app.ts'
import { parseKeysCsv } from './parse-keys-csv.ts'

describe('a file', () => {
  test('is read with a BOM, CRLF, quotes, and columns in any case and order', () => {
    const text =
      '\uFEFFKEY,Color,Name,UsagePlanIds,enabled\r\n"value-of-twenty-letters",red,"Acme, ""Inc""","p1, p2",FALSE\r\n\r\nx,,y\r\n'
    expect(parseKeysCsv(text)).toEqual([
      {
        line: 2,
        name: 'Acme, "Inc"',
        value: 'value-of-twenty-letters',
        description: '',
        enabled: 'FALSE',
        planIds: ['p1', 'p2'],
      },
      { line: 4, name: 'y', value: 'x', description: '', enabled: '', planIds: [] },
    ])
  })

  test.each([
    ['', 'empty'],
    ['name,value\na,b', 'no column key'],
    ['name,key', 'no rows'],
    ['name,key\n"a,planted-value-of-20-letters', 'can’t be read'],
    [`name,key\n${'a,b\n'.repeat(5_001)}`, '5001 rows'],
  ])('that is none is refused as a whole: %j', (text, reason) => {
    expect(() => parseKeysCsv(text.slice(0, 60_000))).toThrow(reason)
    expect(() => parseKeysCsv(text)).not.toThrow('planted')
  })

  test('of 5,000 rows is read', () => {
    const rows = Array.from({ length: 5_000 }, (_, n) => `key ${n},value-of-twenty-letters-${n}`)
    expect(parseKeysCsv(['name,key', ...rows].join('\r\n'))).toHaveLength(5_000)
  })
})

describe('an import', () => {
  let app: TestApp
  let mara: Client
  let at: KeyedStage

  beforeAll(async () => {
    app = await startTestApp()
    mara = await app.as('mara')
    at = await keyedStage(app)
    forgetKeys(app)
  })
  afterAll(() => app.close())

  const connection = 'demo'
  const planted = (n: number) => `planted-in-a-file-${n}-xx`

  test('is told row by row before, and done for the rows that hold', async () => {
    const csv = [
      'name,key,enabled,usageplanids',
      `one,${planted(1)},,${at.planId}`,
      `two,${planted(2)},false,`,
      `twin,${planted(1)},,`,
      'short,abc,,',
      `over,${at.value},,`,
      `lost,${planted(3)},,nowhere`,
      `odd,${planted(4)},maybe,`,
      `,${planted(5)},,`,
    ].join('\n')
    const dry = await mara.keys.import({ connection, csv, dryRun: true })
    expect(dry.rows.map(({ line, verdict }) => [line, verdict])).toEqual([
      [2, 'new'],
      [3, 'new'],
      [4, 'refused'],
      [5, 'refused'],
      [6, 'overwrites'],
      [7, 'refused'],
      [8, 'refused'],
      [9, 'refused'],
    ])
    expect(dry.rows[2]!.text).toBe('Its value is that of line 2')
    expect(dry.plan.blocked).toMatchObject({ rule: 'rows' })
    const input = { connection, csv, refused: 'leave_out' as const }
    const { plan } = await mara.keys.import({ ...input, dryRun: true })
    expect(plan).toMatchObject({ title: 'Import 3 keys from a file', undo: { kind: 'none' }, blocked: null })
    const { change } = await mara.keys.import({ ...input, dryRun: false, seen: plan.seen })
    expect(change).toMatchObject({ status: 'done' })
    const { items = [] } = await app.aws.send(new GetApiKeysCommand({ limit: 500 }))
    const made = items.filter(({ name }) => ['one', 'two', 'twin', 'short', 'over'].includes(name!))
    expect(made.map(({ name, enabled }) => `${name} ${enabled}`).toSorted()).toEqual([
      'one true',
      'over true',
      'two false',
    ])
    expect(await at.call('/pets', planted(1))).toMatchObject({ status: 200 })
  })

  test('leaves no value in a row, an answer or a log line', async () => {
    const csv = `name,key\nhidden,${planted(7)}`
    const { plan, rows } = await mara.keys.import({ connection, csv, dryRun: true })
    await mara.keys.import({ connection, csv, dryRun: false, seen: plan.seen })
    await mara.keys.import({ connection, csv: `name,key\n"${planted(8)},x`, dryRun: true }).catch((error: unknown) => {
      expect(JSON.stringify([error, String(error)])).not.toContain(planted(8))
    })
    const stored = await app.db.selectFrom('change_row').selectAll().execute()
    const seen = JSON.stringify([
      stored,
      plan,
      rows,
      app.logged,
      await app.db.selectFrom('change').selectAll().execute(),
    ])
    expect(seen).toContain('$CSV')
    expect(seen).not.toContain('planted-in-a-file')
  })
})
