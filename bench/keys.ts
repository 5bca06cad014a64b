import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { APIGatewayClient, ImportApiKeysCommand } from '@aws-sdk/client-api-gateway'
import { createApp } from '@callboard/bff/app'
import { connect } from '@callboard/bff/db/connect'
import { readConfig } from '@callboard/bff/lib/config'
import { startEmulatorChild } from '@callboard/bff/lib/emulator-child'
import { makeLog } from '@callboard/bff/lib/log'
import { median } from './median.ts'

const keys = 9_900
const looks = 15
const wantedMs = 200
const account = '123456789012'
const credentials = { accessKeyId: account, secretAccessKey: 'demo' }

/** Ten thousand API keys: what their list costs AWS, and how long it takes once it's loaded, over the wire. */
export async function benchKeys(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'callboard-bench-'))
  const emulator = await startEmulatorChild({ dataDir: join(folder, 'emulator'), seed: 1, port: 0, delays: false })
  const db = await connect({ sqlite: join(folder, 'callboard.db') })
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const endpoint = emulator.url
  const connection = { name: 'demo', accountId: account, region: 'eu-central-1', endpoint, credentials }
  const app = await createApp({
    config: readConfig({}),
    connections: [{ ...connection, invokeUrlTemplate: '', colour: null, demo: true }],
    db,
    ownStore: true,
    clocks: emulator.clock,
    log: makeLog('error'),
    origins: () => [url],
    budgets: { controlPlane: { calls: 1_000_000, windowMs: 1_000, concurrency: 50 } },
  })
  server.on('request', app.express)
  try {
    const aws = new APIGatewayClient({ endpoint, region: connection.region, credentials })
    const rows = Array.from({ length: keys }, (_, n) => `key ${n},value-of-twenty-letters-${n}`)
    const body = new TextEncoder().encode(['name,key', ...rows].join('\n'))
    await aws.send(new ImportApiKeysCommand({ format: 'csv', body, failOnWarnings: true }))
    const headers = { 'content-type': 'application/json', origin: url }
    const entered = await fetch(`${url}/api/session`, { method: 'POST', headers, body: '{"subject":"mara"}' })
    const cookie = entered.headers.getSetCookie()[0]!.split(';')[0]!
    const look = async () => {
      const began = performance.now()
      const { items } = (await (await fetch(`${url}/api/c/demo/keys`, { headers: { cookie } })).json()) as {
        items: unknown[]
      }
      return { ms: performance.now() - began, count: items.length }
    }
    const first = await look()
    const times: number[] = []
    for (let n = 0; n < looks; n++) times.push((await look()).ms)
    const calls = (await (await fetch(`${endpoint}/_emulator/calls`)).json()) as {
      counts: { operation: string; count: number }[]
    }
    const pages = calls.counts
      .filter(({ operation }) => operation === 'GetApiKeys')
      .reduce((sum, of) => sum + of.count, 0)
    const least = Math.ceil(first.count / 500)
    const reached = median(times) < wantedMs && pages === least
    console.log(
      `keys: ${first.count} keys: loaded in ${first.ms.toFixed(0)} ms with ${pages} calls (the least: ${least}); once loaded ${median(times).toFixed(0)} ms, the median of ${looks} looks`,
    )
    console.log(
      `${reached ? 'reached' : 'NOT reached'}: under ${wantedMs} ms, with no more calls than there are pages of 500`,
    )
    return reached
  } finally {
    await app.stop()
    server.closeAllConnections()
    server.close()
    await db.destroy()
    await emulator.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
