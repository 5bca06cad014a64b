import { createServer, type Server } from 'node:http'
import { accessSync, constants, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { toInstant } from '@callboard/shared-types/lib/instant'
import { createApp, type App } from './app.ts'
import type { ConnectionConfig } from './aws/connections.ts'
import { connect } from './db/connect.ts'
import { readConfig, type Config } from './lib/config.ts'
import { startEmulatorChild, type EmulatorChild } from './lib/emulator-child.ts'
import { loopbackOrigins } from './lib/front-door.ts'
import { makeLog } from './lib/log.ts'

/** How long requests under way may take to end when the process is asked to. */
const graceMs = 10_000

async function main(): Promise<void> {
  const config = readConfig()
  const log = makeLog(config.LOG_LEVEL)
  const dataDir = resolve(config.DATA_DIR)
  requireWritable(dataDir)

  const server = createServer()
  await listen(server, config)
  const db = await connect(
    config.DATABASE_URL ? { postgres: config.DATABASE_URL } : { sqlite: join(dataDir, 'callboard.db') },
  ).catch((error: unknown) => fail(storeSentence(error, dataDir)))
  const emulator = await startEmulatorChild({
    dataDir: join(dataDir, 'emulator'),
    seed: config.DEMO_SEED,
    port: config.EMULATOR_PORT,
  }).catch((error: Error) => fail(`The demo's AWS can't start: ${error.message}`))

  const port = (server.address() as { port: number }).port
  const app = await createApp({
    config,
    db,
    log,
    connections: [demoConnection(emulator)],
    ownStore: !config.DATABASE_URL,
    clocks: emulator.clock,
    origins: () => (config.PUBLIC_URL ? [new URL(config.PUBLIC_URL).origin] : loopbackOrigins(port)),
    webFolder: fileURLToPath(new URL('../../web/dist', import.meta.url)),
  })
  server.on('request', app.express)
  emulator.onClock(() => announceClock(app))
  emulator.onExit(() => fail("The demo's AWS ended by itself; start Callboard again to go on where it was"))
  const stop = once(async () => {
    app.stop()
    await close(server)
    await emulator.stop()
    await db.destroy()
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop().then(() => process.exit(0)))
  process.stdout.write(`Callboard is at ${config.PUBLIC_URL ?? `http://localhost:${port}`}\n`)
}

const demoConnection = ({ url }: EmulatorChild): ConnectionConfig => ({
  name: 'demo',
  accountId: '123456789012',
  region: 'eu-central-1',
  endpoint: url,
  // The emulator takes the account from the access key.
  credentials: { accessKeyId: '123456789012', secretAccessKey: 'demo' },
  invokeUrlTemplate: `${url}/restapis/{apiId}/{stage}/_user_request_/`,
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
  server.closeIdleConnections()
  const late = setTimeout(() => server.closeAllConnections(), graceMs)
  await closed
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
