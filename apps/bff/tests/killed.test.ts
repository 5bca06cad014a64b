import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { APIGatewayClient } from '@aws-sdk/client-api-gateway'
import { startEmulator, type RunningEmulator } from '@callboard/aws-emulator/server'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { emptyStore, stores } from './stores.ts'
import { demoStage } from './demo-world.ts'
import { runOrders, type Ends, type Orders } from './lead-stage.ts'
import { startKillingProxy, type KillPoint } from './killing-proxy.ts'
import { demoAccount, startAt } from './test-app.ts'

type Ended = Ends[number]

const program = fileURLToPath(new URL('killed-process.ts', import.meta.url))

let emulator: RunningEmulator
let proxy: Awaited<ReturnType<typeof startKillingProxy>>
let prod: Awaited<ReturnType<typeof demoStage>>
let folder: string

beforeAll(async () => {
  emulator = await startEmulator({ world: 'demo', seed: 1, startAt, speed: 0 })
  proxy = await startKillingProxy(emulator.url)
  const credentials = { accessKeyId: demoAccount, secretAccessKey: 'x' }
  const aws = new APIGatewayClient({ endpoint: emulator.url, region: 'eu-central-1', credentials })
  prod = await demoStage({ aws }, 'checkout', 'prod')
})
afterAll(async () => {
  await proxy.close()
  await emulator.close()
})
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'callboard-killed-'))
  proxy.killAt(undefined)
  await prod.patch(
    { op: 'replace', path: '/deploymentId', value: prod.idOf('checkout 2.14') },
    { op: 'replace', path: '/description', value: 'as it was' },
  )
})
afterEach(() => rmSync(folder, { recursive: true }))

const ordersOf = (orders: Partial<Orders>): Orders => {
  const { apiId, stage } = prod.address
  const common = { endpoint: proxy.url, account: demoAccount, apiId, stage, states: [], settleMs: 300 }
  return { ...common, store: emptyStore(folder), ...orders }
}

/** Runs a change in a process of its own, until it's killed. */
function runAndDie(orders: Partial<Orders>, onStart: (kill: () => void) => void = () => {}): Promise<void> {
  const child = spawn(process.execPath, [program, JSON.stringify(ordersOf(orders))], { stdio: 'inherit' })
  onStart(() => child.kill('SIGKILL'))
  return new Promise((resolve, reject) =>
    child.on('exit', (code, signal) =>
      signal === 'SIGKILL' ? resolve() : reject(new Error(`It was not killed but ended with ${code}`)),
    ),
  )
}

/** What the next start makes of it. */
function startAgain(orders: Partial<Orders>): Promise<Ends> {
  proxy.killAt(undefined)
  return runOrders(ordersOf(orders))
}

const before = { deploymentId: () => prod.idOf('checkout 2.14'), description: 'as it was' }
const oneCall = () => [{ deploymentId: prod.idOf('checkout 2.13') }]
const twoCalls = () => [...oneCall(), { description: 'after both' }]

/** What AWS shows must be what the change says of itself. */
async function expectTruth(ended: Ended | undefined, states: Orders['states']): Promise<void> {
  const start = { deploymentId: before.deploymentId(), description: before.description }
  const path = [start, ...states.map((_, n) => Object.assign({}, start, ...states.slice(0, n + 1)) as typeof start)]
  const { deploymentId, description } = await prod.read()
  const shown = path.findIndex((state) => state.deploymentId === deploymentId && state.description === description)
  const said = ended === undefined ? 'nothing' : ended?.status
  const truth = shown === 0 ? ['failed', 'nothing'] : shown === states.length ? ['done'] : ['partly_done']
  expect(truth).toContain(said)
}

const rowPoints = [1, 2, 3, 4, 5].flatMap((row) => [
  { when: 'before' as const, row },
  { when: 'after' as const, row },
])
const callPoints: KillPoint[] = ['before the act', 'after the act', 'after the answer']

describe.each(stores)('killed in the middle of a change, on $name', ({ location }) => {
  test.each(rowPoints)('$when row $row: it ends as what AWS shows', async (kill) => {
    const store = await location(folder)
    await runAndDie({ states: oneCall(), kill, store })

    const changes = await startAgain({ store })

    expect(changes.length).toBeLessThanOrEqual(1)
    await expectTruth(changes[0], oneCall())
  })

  test.each(callPoints)('%s: it ends as what AWS shows', async (point) => {
    const store = await location(folder)
    const start = (kill: () => void) => proxy.killAt({ point, call: 1, kill })
    await runAndDie({ states: oneCall(), store }, start)

    const changes = await startAgain({ store })

    expect(changes).toHaveLength(1)
    await expectTruth(changes[0], oneCall())
  })
})

describe('killed in the middle of a change of two calls', () => {
  test.each(
    [3, 4, 5, 6, 7].flatMap((row) => [
      { when: 'before' as const, row },
      { when: 'after' as const, row },
    ]),
  )('$when row $row: it ends as what AWS shows', async (kill) => {
    await runAndDie({ states: twoCalls(), kill })

    const changes = await startAgain({})

    await expectTruth(changes[0], twoCalls())
  })

  test.each(callPoints)('%s of the second: it ends as what AWS shows', async (point) => {
    await runAndDie({ states: twoCalls() }, (kill) => proxy.killAt({ point, call: 2, kill }))

    const changes = await startAgain({})

    await expectTruth(changes[0], twoCalls())
  })
})

test('a change that somebody overtook while it was lost ends unclear, and says what was found', async () => {
  const third = prod.deployments.at(-1)!.id!
  const store = emptyStore(folder)
  await runAndDie({ states: oneCall(), store }, (kill) => proxy.killAt({ point: 'before the act', call: 1, kill }))
  await prod.patch({ op: 'replace', path: '/deploymentId', value: third })

  const changes = await startAgain({ store })

  expect(changes).toEqual([{ status: 'unclear', outcome: expect.stringContaining('neither') }])
})
