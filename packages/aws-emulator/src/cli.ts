import { parseArgs } from 'node:util'
import { z } from 'zod'
import { StartError } from './lib/database.ts'
import { awsDelays } from './lib/settings.ts'
import { defaultStages, mostStages, worldNames } from './world/seeding.ts'
import { startEmulator, type RunningEmulator, type StartOptions } from './server.ts'

const usage =
  'Usage: pnpm emulator [--port 4566] [--host 127.0.0.1] [--director-token TOKEN] [--world empty|demo|fleet] [--stages N] [--seed N] [--data DIR] [--speed N] [--throttle] [--quotas] [--delays] [--allow-backend HOST[:PORT]]… [--exit-with-parent]'

const flags = z.object({
  port: z.coerce.number('--port takes a number').int().min(0).max(65535),
  host: z.string().min(1).optional(),
  'director-token': z.string().min(16, '--director-token takes at least 16 characters').optional(),
  world: z.enum(worldNames, '--world takes empty, demo or fleet').default('empty'),
  stages: z.coerce.number('--stages takes a number').int().min(1).max(mostStages).default(defaultStages),
  seed: z.coerce.number('--seed takes a number').int().optional(),
  data: z.string().min(1).optional(),
  speed: z.coerce.number('--speed takes a number').min(0).max(3600).optional(),
  throttle: z.boolean().default(false),
  quotas: z.boolean().default(false),
  delays: z.boolean().default(false),
  'allow-backend': z.array(z.string().min(1)).default([]),
  'exit-with-parent': z.boolean().default(false),
})

function readFlags(): z.output<typeof flags> {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        'director-token': { type: 'string' },
        world: { type: 'string' },
        stages: { type: 'string' },
        seed: { type: 'string' },
        data: { type: 'string' },
        speed: { type: 'string' },
        throttle: { type: 'boolean' },
        quotas: { type: 'boolean' },
        delays: { type: 'boolean' },
        'allow-backend': { type: 'string', multiple: true },
        'exit-with-parent': { type: 'boolean' },
      },
    })
    return flags.parse({ ...values, port: values.port ?? process.env['PORT'] ?? '4566' })
  } catch (error) {
    const reason = error instanceof z.ZodError ? error.issues.map(({ message }) => message).join('; ') : String(error)
    fail(`${reason.replace(/^TypeError.*?: /, '')}. ${usage}`)
  }
}

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

async function start(options: StartOptions): Promise<RunningEmulator> {
  try {
    return await startEmulator(options)
  } catch (error) {
    if (error instanceof StartError) fail(error.message)
    throw error
  }
}

const {
  port,
  host,
  'director-token': directorToken,
  world,
  stages,
  seed,
  data,
  speed,
  throttle,
  quotas,
  delays,
  'allow-backend': allowedBackends,
  'exit-with-parent': exitWithParent,
} = readFlags()
const running = await start({
  port,
  host,
  directorToken,
  world,
  stages,
  seed,
  dataDir: data,
  speed,
  worksAhead: true,
  settings: {
    throttleControlPlane: throttle,
    resourceQuotas: quotas,
    allowedBackends,
    ...(delays ? awsDelays : {}),
  },
})

let closing = false
async function stop(): Promise<void> {
  if (closing) return
  closing = true
  await running.close()
  process.exit(0)
}

process.on('SIGINT', () => void stop())
process.on('SIGTERM', () => void stop())
if (exitWithParent) {
  // A parent that is killed can't tell us; what it held open ends with it. Beside a channel stdin may well be /dev/null.
  if (process.connected) process.on('disconnect', () => void stop())
  else watchStdin()
}

function watchStdin(): void {
  process.stdin
    .on('end', () => void stop())
    .on('error', () => void stop())
    .resume()
}

console.log(`AWS emulator ready at ${running.url} (world: ${world})`)
process.send?.({ type: 'ready', url: running.url })
