import { createServer, type Server } from 'node:http'
import { accessSync, constants, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { toInstant } from '@callboard/shared-types/lib/instant'
import { createApp, type App } from './app.ts'
import { readConnectionsFile } from './aws/connections-file.ts'
import type { ConnectionConfig } from './aws/connections.ts'
import { connect } from './db/connect.ts'
import { systemClocks, type Clocks } from './lib/clock.ts'
import { readConfig, type Config } from './lib/config.ts'
import { startEmulatorChild, type EmulatorChild } from './lib/emulator-child.ts'
import { loopbackOrigins } from './lib/front-door.ts'
import { makeLog } from './lib/log.ts'

/** How long requests under way may take to end when the process is asked to: a change reads back for 10 seconds. */
const graceMs = 30_000

/** How long a connection without a request may stay open then. */
const idleCheckMs = 50

async function main(): Promise<void> {
  const config = readConfig()
  const log = makeLog(config.LOG_LEVEL)
  const dataDir = resolve(config.DATA_DIR)
  requireWritable(dataDir)

  // It listens first, so that a taken port is found before anything starts; who comes early waits.
  const app = Promise.withResolvers<App>()
  const server = createServer((request, response) => {
    void app.promise.then(({ express }) => express(request, response))
  })
  await listen(server, config)
  const db = await connect(
    config.DATABASE_URL ? { postgres: config.DATABASE_URL } : { sqlite: join(dataDir, 'callboard.db') },
  ).catch((error: unknown) => fail(storeSentence(error, dataDir)))
  const world = config.CONNECTIONS_FILE ? accounts(config.CONNECTIONS_FILE) : await demoWorld(config, dataDir)

  const port = (server.address() as { port: number }).port
  const started = await createApp({
    config,
    db,
    log,
    connections: world.connections,
    ownStore: !config.DATABASE_URL,
    clocks: world.clocks,
    origins: () => (config.PUBLIC_URL ? [new URL(config.PUBLIC_URL).origin] : loopbackOrigins(port)),
    runJobs: true,
    webFolder: fileURLToPath(new URL('../../web/dist', import.meta.url)),
  })
  app.resolve(started)
  world.follow(started)
  const stop = once(async () => {
    const ended = started.stop()
    await close(server)
    await ended
    await world.stop()
    await db.destroy()
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop().then(() => process.exit(0)))
  process.stdout.write(`Callboard is at ${config.PUBLIC_URL ?? `http://localhost:${port}`}\n`)
}

/** What Callboard looks at, and by which clock. */
interface World {
  connections: ConnectionConfig[]
  clocks: Clocks
  follow(app: App): void
  stop(): Promise<void>
}

const accounts = (file: string): World => ({
  connections: readConnectionsFile(file),
  clocks: systemClocks,
  follow: () => {},
  stop: async () => {},
})

async function demoWorld({ DEMO_SEED, DEMO_DELAYS, EMULATOR_PORT }: Config, dataDir: string): Promise<World> {
  const emulator = await startEmulatorChild({
    dataDir: join(dataDir, 'emulator'),
    seed: DEMO_SEED,
    delays: DEMO_DELAYS === 'aws',
    port: EMULATOR_PORT,
  }).catch((error: Error) => fail(`The demo's AWS can't start: ${error.message}`))
  return {
    connections: [demoConnection(emulator)],
    clocks: emulator.clock,
    follow: (app) => {
      emulator.onClock(() => announceClock(app))
      emulator.onExit(() => fail("The demo's AWS ended by itself; start Callboard again to go on where it was"))
    },
    stop: emulator.stop,
  }
}

const demoConnection = ({ url }: EmulatorChild): ConnectionConfig => ({
  name: 'demo',
  accountId: '123456789012',
  region: 'eu-central-1',
  endpoint: url,
  // The emulator takes the account from the access key.
  credentials: { accessKeyId: '123456789012', secretAccessKey: 'demo' },
  invokeUrlTemplate: `${url}/restapis/{apiId}/{stage}/_user_request_/`,
  colour: null,
  demo: true,
})

function announceClock({ services: { events, clocks } }: App): void {
  events.publish({ type: 'clock', worldNow: toInstant(clocks.worldMs()), worldSpeed: clocks.worldSpeed() })
}

function listen(server: Server, { PORT, HOST }: Config): Promise<void> {
  return new Promise((done) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      fail(
        error.code === 'EADDRINUSE'
          ? `Port ${PORT} is in use: end what listens there, or set PORT to another`
          : `Can't listen on ${HOST}:${PORT}: ${error.message}`,
      ),
    )
    server.listen(PORT, HOST, () => done())
  })
}

function requireWritable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
  } catch (error) {
    fail(`The data folder ${folder} can't be written: ${(error as Error).message}`)
  }
}

function storeSentence(error: unknown, dataDir: string): string {
  const text = [error, (error as Error).cause].map((part) => (part instanceof Error ? part.message : '')).join(' ')
  if (/locked|busy/i.test(text))
    return `Another Callboard has the data folder ${dataDir}: end it, or set DATA_DIR to another`
  return `Callboard's store can't be opened: ${text}`
}

async function close(server: Server): Promise<void> {
  const closed = new Promise((done) => server.close(done))
  // An open page asks again on the connection that it has, which would keep it open to the end of the grace.
  const idle = setInterval(() => server.closeIdleConnections(), idleCheckMs)
  const late = setTimeout(() => server.closeAllConnections(), graceMs)
  await closed
  clearInterval(idle)
  clearTimeout(late)
}

function once(act: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => (done ??= act())
}

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

await main().catch((error: Error) => fail(error.message))
