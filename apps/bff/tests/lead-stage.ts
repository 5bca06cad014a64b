import type { Draft, Intent } from '../src/changes/intent.ts'
import { createApp } from '../src/app.ts'
import { connect, type DatabaseLocation } from '../src/db/connect.ts'
import { readConfig } from '../src/lib/config.ts'
import { systemClocks } from '../src/lib/clock.ts'
import { makeLog } from '../src/lib/log.ts'
import { KillAtRow } from './kill-at-row.ts'

/** What the process that gets killed is told. */
export interface Orders {
  endpoint: string
  account: string
  store: DatabaseLocation
  apiId: string
  stage: string
  /** The states to lead the stage through; empty to only end what is pending. */
  states: { deploymentId?: string; description?: string }[]
  /** Ends its own process by SIGKILL before or after it writes the nth row of a change. */
  kill?: { when: 'before' | 'after'; row: number }
  settleMs: number
}

/** How each change in the store ended; null for one that didn't. */
export type Ends = ({ status: string; outcome: string } | null)[]

/** The BFF without its sockets: does one change, or, as at the next start, ends what is left. */
export async function runOrders(orders: Orders): Promise<Ends> {
  const db = await connect(orders.store)
  const app = await createApp({
    config: readConfig({}),
    connections: [connectionOf(orders)],
    db: orders.kill ? db.withPlugin(new KillAtRow(orders.kill)) : db,
    ownStore: 'sqlite' in orders.store,
    clocks: systemClocks,
    log: makeLog('silent'),
    origins: () => [],
    patience: { settleMs: orders.settleMs, leaseMs: leaseMsOn(orders.store), lockMs: 5_000 },
  })
  const { engine } = app.services
  try {
    if (orders.states.length > 0) await lead(engine, orders)
    else while ((await engine.reconcile()) > 0) await new Promise((done) => setTimeout(done, 50))
    const changes = await engine.store.list({ limit: 200 })
    return changes.map(({ ended }) => ended && { status: ended.status, outcome: ended.outcome })
  } finally {
    await app.stop()
    await db.destroy()
  }
}

/**
 * On SQLite the lease of a killed process is over at the next start; on PostgreSQL it has to run out, but not while a busy
 * machine holds up the one that has it.
 */
const leaseMsOn = (store: DatabaseLocation): number => ('sqlite' in store ? 30_000 : 1_500)

async function lead(
  engine: Awaited<ReturnType<typeof createApp>>['services']['engine'],
  orders: Orders,
): Promise<void> {
  const person = { issuer: 'demo', subject: 'mara', name: 'mara', role: 'operator' as const }
  const address = { connection: 'demo', kind: 'rest' as const, apiId: orders.apiId, stage: orders.stage }
  const intent: Intent = {
    verb: 'test.lead',
    draft: async ({ stage }): Promise<Draft> => ({
      title: 'Lead',
      act: 'Lead',
      states: orders.states.map((_, n) => Object.assign({ ...stage.config }, ...orders.states.slice(0, n + 1))),
      reads: [],
      undo: { kind: 'exact' },
    }),
  }
  const { plan } = await engine.run(person, address, intent, { dryRun: true, reason: '' })
  await engine
    .run(person, address, intent, { dryRun: false, reason: '', seen: plan.seen, confirm: orders.stage })
    .catch(() => {}) // what became of it is in the store
}

const connectionOf = ({ account, endpoint }: Orders) => ({
  name: 'demo',
  accountId: account,
  region: 'eu-central-1',
  endpoint,
  credentials: { accessKeyId: account, secretAccessKey: 'x' },
  invokeUrlTemplate: '',
  colour: null,
  demo: true,
})
