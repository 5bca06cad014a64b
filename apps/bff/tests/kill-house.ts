import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { APIGatewayClient } from '@aws-sdk/client-api-gateway'
import { startEmulator } from '@callboard/aws-emulator/server'
import { expect } from 'vitest'
import { demoStage } from './demo-world.ts'
import { startKillingProxy } from './killing-proxy.ts'
import { runOrders, type Ends, type Orders } from './lead-stage.ts'
import { demoAccount, startAt } from './test-app.ts'

const program = fileURLToPath(new URL('killed-process.ts', import.meta.url))

/** AWS, a stage, and a BFF that is killed on its way through some states of that stage and then started again. */
export async function openKillHouse() {
  const emulator = await startEmulator({ world: 'demo', seed: 1, startAt, speed: 0 })
  const proxy = await startKillingProxy(emulator.url)
  const credentials = { accessKeyId: demoAccount, secretAccessKey: 'x' }
  const aws = new APIGatewayClient({ endpoint: emulator.url, region: 'eu-central-1', credentials })
  const prod = await demoStage({ aws }, 'checkout', 'prod')
  const start = { deploymentId: prod.idOf('checkout 2.14'), description: 'as it was' }
  const oneCall = [{ deploymentId: prod.idOf('checkout 2.13') }]
  let folder = ''

  const ordersOf = (orders: Partial<Orders> & Pick<Orders, 'store'>): Orders => {
    const { apiId, stage } = prod.address
    return { endpoint: proxy.url, account: demoAccount, apiId, stage, states: [], settleMs: 300, ...orders }
  }

  return {
    prod,
    proxy,
    oneCall,
    twoCalls: [...oneCall, { description: 'after both' }],

    /** The stage as at the beginning. @returns an empty folder for a store */
    async begin(): Promise<string> {
      folder = mkdtempSync(join(tmpdir(), 'callboard-killed-'))
      proxy.killAt(undefined)
      await prod.patch(
        { op: 'replace', path: '/deploymentId', value: start.deploymentId },
        { op: 'replace', path: '/description', value: start.description },
      )
      return folder
    },
    end: () => rmSync(folder, { recursive: true }),

    /** Runs a change in a process of its own, until it's killed. */
    runAndDie(
      orders: Partial<Orders> & Pick<Orders, 'store'>,
      onStart: (kill: () => void) => void = () => {},
    ): Promise<void> {
      const child = spawn(process.execPath, [program, JSON.stringify(ordersOf(orders))], { stdio: 'inherit' })
      onStart(() => child.kill('SIGKILL'))
      return new Promise((resolve, reject) =>
        child.on('exit', (code, signal) =>
          signal === 'SIGKILL' ? resolve() : reject(new Error(`It was not killed but ended with ${code}`)),
        ),
      )
    },

    /** What the next start makes of it. */
    startAgain(store: Orders['store']): Promise<Ends> {
      proxy.killAt(undefined)
      return runOrders(ordersOf({ store }))
    },

    /** What AWS shows must be what the change says of itself. */
    async expectTruth(ended: Ends[number] | undefined, states: Orders['states']): Promise<void> {
      const path = [start, ...states.map((_, n) => Object.assign({}, start, ...states.slice(0, n + 1)) as typeof start)]
      const { deploymentId, description } = await prod.read()
      const shown = path.findIndex((state) => state.deploymentId === deploymentId && state.description === description)
      const said = ended === undefined ? 'nothing' : ended?.status
      const truth = shown === 0 ? ['failed', 'nothing'] : shown === states.length ? ['done'] : ['partly_done']
      expect(truth).toContain(said)
    },

    async close(): Promise<void> {
      await proxy.close()
      await emulator.close()
    },
  }
}
