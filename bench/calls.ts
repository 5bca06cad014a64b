import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { APIGatewayClient, GetRestApisCommand } from '@aws-sdk/client-api-gateway'
import { createApp, type App } from '@callboard/bff/app'
import { connect } from '@callboard/bff/db/connect'
import { readConfig } from '@callboard/bff/lib/config'
import { startEmulatorChild } from '@callboard/bff/lib/emulator-child'
import { makeLog } from '@callboard/bff/lib/log'
import { watchStagePage, type Page } from './stage-page-viewer.ts'

const minuteMs = 60_000
const account = '123456789012'
const credentials = { accessKeyId: account, secretAccessKey: 'demo' }
const unlimited = { calls: 1_000_000, windowMs: 1_000, concurrency: 50 }

/** What a stage page costs AWS, in calls: for one viewer, for fifty, at its first load, and for fifty without our cache. */
export async function benchCalls(): Promise<boolean> {
  const house = await openHouse()
  try {
    const page = await house.page('checkout', 'prod')
    console.log('calls: a stage page watched for a minute (event stream, and polls every 15 s)\n')

    const firstLoad = await house.count(() => watchStagePage(page, { viewers: 1, forMs: 0 }))
    await untilFull(minuteMs)
    const one = await house.count(() => watchStagePage(page, { viewers: 1, forMs: minuteMs }))
    await untilFull(minuteMs)
    const fifty = await house.count(() => watchStagePage(page, { viewers: 50, forMs: minuteMs }))
    house.withoutCache()
    await untilFull(minuteMs)
    const uncached = await house.count(() => watchStagePage(page, { viewers: 50, forMs: minuteMs }))

    table({
      'first load, one viewer': firstLoad,
      'one viewer, a minute': one,
      'fifty viewers, a minute': fifty,
      'fifty viewers, no cache': uncached,
    })
    const reached = fifty.calls <= one.calls
    console.log(
      `\n${reached ? 'reached' : 'NOT reached'}: fifty viewers cost ${(fifty.calls / one.calls).toFixed(2)} times what one does (wanted: 1.00 at most)`,
    )
    return reached
  } finally {
    await house.close()
  }
}

interface Cost {
  calls: number
  byOperation: Record<string, number>
  requests: number
}

async function openHouse() {
  const folder = mkdtempSync(join(tmpdir(), 'callboard-bench-'))
  const emulator = await startEmulatorChild({ dataDir: join(folder, 'emulator'), seed: 1, port: 0, delays: false })
  const db = await connect({ sqlite: join(folder, 'callboard.db') })
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const app: App = await createApp({
    config: readConfig({}),
    db,
    ownStore: true,
    clocks: emulator.clock,
    log: makeLog('error'),
    origins: () => [url],
    // What is counted is how many calls are wanted; with AWS's own pace the last row would take many minutes.
    budgets: { controlPlane: unlimited, metrics: unlimited },
    connections: [
      {
        name: 'demo',
        accountId: account,
        region: 'eu-central-1',
        endpoint: emulator.url,
        credentials,
        invokeUrlTemplate: '',
        colour: null,
        demo: true,
      },
    ],
  })
  server.on('request', app.express)
  const calls = (method: string) => fetch(`${emulator.url}/_emulator/calls`, { method })
  return {
    page: (apiName: string, stage: string): Promise<Page> => findPage(url, emulator.url, apiName, stage),
    async count(act: () => Promise<number>): Promise<Cost> {
      await calls('DELETE')
      const requests = await act()
      return { ...countsOf(await (await calls('GET')).json()), requests }
    },
    /** From now on every read asks AWS. */
    withoutCache: () => {
      app.services.connections.get('demo').cache.read = (_scope, _key, _freshForMs, load) => load()
    },
    async close() {
      await app.stop()
      server.closeAllConnections()
      server.close()
      await emulator.stop()
      await db.destroy()
      rmSync(folder, { recursive: true })
    },
  }
}

/** Found past the BFF, so that its first load is a cold one. */
async function findPage(url: string, endpoint: string, apiName: string, stage: string): Promise<Page> {
  const aws = new APIGatewayClient({ endpoint, region: 'eu-central-1', credentials })
  const { items } = await aws.send(new GetRestApisCommand({}))
  const apiId = items!.find(({ name }) => name === apiName)!.id!
  const signedIn = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: '{"subject":"mara"}',
  })
  const cookie = signedIn.headers.getSetCookie()[0]!.split(';')[0]!
  return { url, cookie, path: `/api/c/demo/rest/${apiId}/stages/${stage}` }
}

function countsOf(answer: unknown): { calls: number; byOperation: Record<string, number> } {
  const byOperation: Record<string, number> = {}
  for (const { operation, count } of (answer as { counts: { operation: string; count: number }[] }).counts)
    byOperation[operation] = (byOperation[operation] ?? 0) + count
  return { calls: Object.values(byOperation).reduce((sum, n) => sum + n, 0), byOperation }
}

/** Both windows begin at a full minute, so that they hold the same number of periods of what is cached. */
const untilFull = (ms: number) => sleep(ms - (Date.now() % ms) + 20)

function table(rows: Record<string, Cost>): void {
  const names = [...new Set(Object.values(rows).flatMap(({ byOperation }) => Object.keys(byOperation)))].toSorted()
  const columns = ['', 'requests to Callboard', 'calls to AWS', ...names]
  const cells = Object.entries(rows).map(([name, cost]) => [
    name,
    String(cost.requests),
    String(cost.calls),
    ...names.map((operation) => String(cost.byOperation[operation] ?? 0)),
  ])
  const widths = columns.map((column, n) => Math.max(column.length, ...cells.map((row) => row[n]!.length)))
  for (const row of [columns, ...cells])
    console.log(row.map((cell, n) => (n === 0 ? cell.padEnd(widths[n]!) : cell.padStart(widths[n]!))).join('  '))
}
