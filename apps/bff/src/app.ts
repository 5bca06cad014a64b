import { randomUUID } from 'node:crypto'
import { OpenAPIHandler } from '@orpc/openapi/node'
import { BodyLimitPlugin } from '@orpc/server/node'
import express, { type Express, type NextFunction, type Request, type Response } from 'express'
import type { Budget } from './aws/call-budget.ts'
import { Connections, type ConnectionConfig } from './aws/connections.ts'
import { ChangeStore } from './changes/change-store.ts'
import { ChangeEngine, type EngineDeps } from './changes/engine.ts'
import { Leases } from './changes/leases.ts'
import { OutsideChanges } from './changes/outside-changes.ts'
import { Rows } from './changes/rows.ts'
import type { Database } from './db/connect.ts'
import { metricsFor } from './aws/metric-price.ts'
import { DailySpending } from './db/daily-spending.ts'
import { Definitions } from './db/definitions.ts'
import { installationSecret } from './db/secrets.ts'
import { KeyTasks } from './db/key-tasks.ts'
import { UsageDays } from './db/usage-days.ts'
import { allJobs } from './jobs/all-jobs.ts'
import { Jobs } from './jobs/jobs.ts'
import type { Clocks } from './lib/clock.ts'
import type { Config } from './lib/config.ts'
import type { RequestContext, Services } from './lib/context.ts'
import { declaredError } from './lib/endpoints.ts'
import { Events } from './lib/events.ts'
import { ownOriginOnly, securityHeaders } from './lib/front-door.ts'
import { keyMarks } from './lib/key-marks.ts'
import { LocalAdmin } from './lib/local-admin.ts'
import type { Log } from './lib/log.ts'
import { compressed } from './lib/compressed.ts'
import { apiDocs } from './lib/api-docs.ts'
import { openApi } from './lib/openapi.ts'
import { readiness } from './lib/readiness.ts'
import { Sessions } from './lib/sessions.ts'
import { webFiles } from './lib/web-files.ts'
import { router } from './router.ts'

export interface AppDeps {
  config: Config
  connections: ConnectionConfig[]
  db: Database
  /** No other process has this store (SQLite): what earlier ones left is taken over at once. */
  ownStore: boolean
  clocks: Clocks
  log: Log
  /** Where pages of ours come from, such as `http://localhost:4000`. */
  origins: () => string[]
  /** The built console, unless something else serves it. */
  webFolder?: string
  patience?: EngineDeps['patience']
  budgets?: { controlPlane?: Budget; metrics?: Budget; logs?: Budget; planUpdateMs?: number }
  /** What runs by the clock runs; else only when it's asked for. */
  runJobs?: boolean
}

export interface App {
  express: Express
  services: Services
  jobs: Jobs
  /** Ends event streams, the reconciling clock and the jobs; requests under way go on. Answers once the jobs have ended. */
  stop(): Promise<void>
}

/** How often changes that another process left behind are looked for. */
const reconcileEveryMs = 5_000

/** A file of 5,000 API keys is the longest that anybody sends. */
const bodyLimitBytes = 1024 * 1024

/** Everything but the sockets: tests start here. */
export async function createApp(deps: AppDeps): Promise<App> {
  const { config, clocks, log, db } = deps
  const owner = randomUUID()
  const stopping = new AbortController()
  const events = new Events(owner)
  const store = new ChangeStore(db, clocks, owner)
  const { PRODUCTION_STAGES: productionStages } = config
  const { settleMs } = deps.patience ?? {}
  const rows = new Rows(db, clocks, owner)
  const outside = new OutsideChanges({ db, store, rows, clocks, events, log, owner, productionStages, settleMs })
  const definitions = new Definitions(db, log)
  const connections = new Connections(deps.connections, {
    processMs: clocks.processMs,
    ending: stopping.signal,
    ...deps.budgets,
  })
  for (const { name } of deps.connections) {
    outside.follow(connections.get(name))
    definitions.follow(connections.get(name), clocks.worldMs)
  }
  const markOf = await keyMarks(db)
  const engine = new ChangeEngine({
    db,
    connections,
    clocks,
    events,
    log,
    outside,
    owner,
    productionStages,
    markOf,
    patience: deps.patience,
  })
  const https = config.PUBLIC_URL?.startsWith('https:') ?? false
  const sessions = new Sessions(await installationSecret(db, 'session'), clocks, { issuer: config.AUTH, secure: https })
  const localAdmin =
    config.ADMIN_PASSWORD && config.AUTH === 'local' ? new LocalAdmin(config.ADMIN_PASSWORD) : undefined
  const services: Services = {
    config,
    clocks,
    connections,
    engine,
    outside,
    definitions,
    events,
    sessions,
    usageDays: new UsageDays(db),
    keyTasks: new KeyTasks(db),
    sparklineSpending: new DailySpending(db, metricsFor(config.SPARKLINES_USD_A_DAY), clocks.processMs),
    markOf,
    localAdmin,
  }

  if (deps.ownStore) await engine.takeOver()
  startReconciling(engine, log, stopping.signal)
  const jobs = new Jobs({ jobs: allJobs, services, leases: new Leases(db, clocks, owner), clocks, log })
  if (deps.runJobs) jobs.start(stopping.signal)
  const stop = async () => {
    stopping.abort(new Error('Callboard is ending'))
    await jobs.stopped()
    await outside.settled()
  }
  return { express: makeExpress(deps, services, https, stopping.signal), services, jobs, stop }
}

function makeExpress(deps: AppDeps, services: Services, https: boolean, stopping: AbortSignal): Express {
  const app = express()
  app.disable('x-powered-by')
  app.use(securityHeaders(https))
  app.get('/healthz', (_request, response) => void response.json({ ok: true }))
  app.get('/readyz', readiness(deps.db))
  app.use(ownOriginOnly(deps.origins))
  app.use(compressed())
  app.get('/api/openapi.json', openApi)
  app.use('/api/docs', apiDocs())
  app.use('/api{/*path}', apiHandler(deps.log, services, stopping))
  // A page of the console would be taken for an answer.
  app.use('/api{/*path}', nothingHere)
  if (deps.webFolder) app.use(webFiles(deps.webFolder))
  app.use(nothingHere)
  app.use(
    (error: { status?: number; statusCode?: number }, request: Request, response: Response, _next: NextFunction) => {
      const status = error.status ?? error.statusCode ?? 500
      if (status >= 500) deps.log.error({ error, method: request.method, url: request.url }, 'unexpected error')
      response.status(status).json({
        defined: false,
        code: status < 500 ? 'invalid' : 'internal',
        status,
        message: status < 500 ? 'The request is malformed' : 'Something went wrong in Callboard',
      })
    },
  )
  return app
}

const nothingHere = (_request: Request, response: Response) =>
  void response.status(404).json({ defined: false, code: 'not_found', status: 404, message: 'Nothing is here' })

/** Mounted before any body parser: the handler reads the body itself. */
function apiHandler(log: Log, services: Services, stopping: AbortSignal) {
  const handler = new OpenAPIHandler(router, {
    plugins: [new BodyLimitPlugin({ maxBodySize: bodyLimitBytes })],
    clientInterceptors: [
      async ({ next, path }) => {
        try {
          return await next()
        } catch (error) {
          throw declaredError(error, log, path)
        }
      },
    ],
  })
  return async (request: Request, response: Response, next: NextFunction) => {
    const context: RequestContext = {
      ...services,
      stopping,
      remoteAddress: request.socket.remoteAddress ?? 'unknown',
      person: await services.sessions.personOf(request.headers.cookie),
      setSession: async (person) => void response.setHeader('Set-Cookie', await services.sessions.cookieFor(person)),
    }
    response.setHeader('Cache-Control', 'no-store')
    const { matched } = await handler.handle(request, response, { prefix: '/api', context })
    if (!matched) next()
  }
}

function startReconciling(engine: ChangeEngine, log: Log, stopping: AbortSignal): void {
  const round = async () => {
    try {
      await engine.reconcile()
    } catch (error) {
      log.error({ error }, 'pending changes could not be looked at')
    }
    if (!stopping.aborted) setTimeout(() => void round(), reconcileEveryMs).unref()
  }
  void round()
}
