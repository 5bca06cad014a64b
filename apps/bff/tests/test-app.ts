import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { APIGatewayClient } from '@aws-sdk/client-api-gateway'
import { startEmulator, type RunningEmulator } from '@callboard/aws-emulator/server'
import { contract } from '@callboard/shared-types/contract'
import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import type { JsonifiedClient } from '@orpc/openapi-client'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import { createApp, type App, type AppDeps } from '../src/app.ts'
import { connect, type Database, type DatabaseLocation } from '../src/db/connect.ts'
import { readConfig } from '../src/lib/config.ts'
import type { Clocks } from '../src/lib/clock.ts'
import { makeLog } from '../src/lib/log.ts'

export const demoAccount = '123456789012'
export const region = 'eu-central-1'

/** Noon on a Tuesday: world time stands still in tests until it's advanced. */
export const startAt = Date.UTC(2026, 10, 24, 12)

/** No test but those of the budgets waits for what AWS allows. */
const unhurried = { calls: 10_000, windowMs: 1_000, concurrency: 20 }

export type Client = JsonifiedClient<ContractRouterClient<typeof contract>>

export interface TestApp {
  app: App
  url: string
  emulator: RunningEmulator
  db: Database
  logged: string[]
  /** A client of the contract for somebody of the demo people. */
  as(subject: string): Promise<Client>
  /** The emulator through the SDK, past the BFF. */
  aws: APIGatewayClient
  director(path: string, body?: unknown, method?: string): Promise<unknown>
  /** How often the emulator was asked for an operation, since its calls were last forgotten by `DELETE calls`. */
  called(operation: string): Promise<number>
  close(): Promise<void>
}

export interface TestOptions {
  store?: DatabaseLocation
  deps?: Partial<AppDeps>
  env?: Record<string, string>
  account?: string
  /** Of the emulator. */
  settings?: NonNullable<Parameters<typeof startEmulator>[0]>['settings']
}

/** The BFF over an emulator of its own with the demo world; both in this process, everything over the wire. */
export async function startTestApp({
  store,
  deps,
  env,
  account = demoAccount,
  settings,
}: TestOptions = {}): Promise<TestApp> {
  const emulator = await startEmulator({ world: 'demo', seed: 1, startAt, speed: 0, settings })
  const credentials = { accessKeyId: account, secretAccessKey: 'test' }
  const db = await connect(store ?? { sqlite: ':memory:' })
  const logged: string[] = []
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const app = await createApp({
    config: readConfig(env ?? {}),
    connections: [
      {
        name: 'demo',
        accountId: account,
        region,
        endpoint: emulator.url,
        credentials,
        invokeUrlTemplate: `${emulator.url}/restapis/{apiId}/{stage}/_user_request_/`,
        colour: null,
        demo: true,
      },
    ],
    db,
    ownStore: true,
    clocks: clocksOf(emulator),
    log: makeLog('debug', { write: (line) => void logged.push(line) }),
    origins: () => [url],
    patience: { lockMs: 5_000, settleMs: 400 },
    budgets: { controlPlane: unhurried, metrics: unhurried, logs: unhurried, planUpdateMs: 0 },
    ...deps,
  })
  server.on('request', app.express)
  return {
    app,
    url,
    emulator,
    db,
    logged,
    as: (subject) => clientAs(url, subject),
    aws: new APIGatewayClient({ endpoint: emulator.url, region, credentials }),
    director: (path, body, method = body === undefined ? 'GET' : 'POST') => direct(emulator.url, path, body, method),
    async called(operation) {
      const { counts } = (await direct(emulator.url, 'calls', undefined, 'GET')) as { counts: Count[] }
      return counts.filter((of) => of.operation === operation).reduce((sum, { count }) => sum + count, 0)
    },
    async close() {
      await app.stop()
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
      await emulator.close()
      await db.destroy()
    },
  }
}

interface Count {
  operation: string
  count: number
}

const clocksOf = ({ emulator: { clock } }: RunningEmulator): Clocks => ({
  processMs: () => Date.now(),
  worldMs: () => clock.now(),
  worldSpeed: () => clock.speed(),
})

export async function clientAs(url: string, subject: string): Promise<Client> {
  const cookie = await signIn(url, subject)
  return createORPCClient(new OpenAPILink(contract, { url: `${url}/api`, headers: { cookie, origin: url } }))
}

/** @returns the session's cookie, as a Cookie header carries it */
export async function signIn(url: string, subject: string): Promise<string> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ subject }),
  })
  if (!answer.ok) throw new Error(`No session for ${subject}: ${answer.status} ${await answer.text()}`)
  return answer.headers.getSetCookie()[0]!.split(';')[0]!
}

async function direct(url: string, path: string, body: unknown, method: string): Promise<unknown> {
  const answer = await fetch(`${url}/_emulator/${path}`, {
    method,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`The director refused ${method} ${path}: ${answer.status} ${text}`)
  return text ? JSON.parse(text) : undefined
}
