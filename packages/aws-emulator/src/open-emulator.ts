import { evaluateAllAlarms } from './cloudwatch/alarms/evaluate-alarms.ts'
import { createObservers, type Emulator } from './emulator.ts'
import { createHeldState } from './execute-api/held-state.ts'
import { backendCaller } from './execute-api/integrations/call-backend.ts'
import { machineNow, worldClock } from './lib/clock.ts'
import { openDatabase } from './lib/database.ts'
import { defaultSettings, type Settings } from './lib/settings.ts'
import { Store } from './lib/store.ts'
import { createRequestBucket } from './protocol/request-bucket.ts'
import { seedWorld } from './world/seed-world.ts'
import { defaultStages, demoPlace, type World } from './world/seeding.ts'
import { plannedUsage } from './world/planned-usage.ts'
import { createTraffic } from './world/traffic.ts'
import { workAhead } from './world/work-ahead.ts'
import { keepWorld, readKeptWorld } from './world/kept-world.ts'

export type OpenOptions = Partial<World> & {
  seed?: number
  /** Without it all is in memory, gone at the end. */
  dataDir?: string
  /** World instant (ms since the epoch) of the first start; without it the machine's own time. */
  startAt?: number
  /** World seconds a second; 0 stands still until the director moves the clock. */
  speed?: number
  settings?: Partial<Settings>
  /** Keeps the last day of the busiest stages worked out, for first looks at it that don't wait. */
  worksAhead?: boolean
}

const defaultSeed = 1
const tickMs = 1000

export type OpenedEmulator = { emulator: Emulator; close(): void }

/** Puts an emulator together on its data folder, in the world that is kept there or, at the first start, a new one. */
export function openEmulator(options: OpenOptions): OpenedEmulator {
  const store = new Store(options.dataDir === undefined ? undefined : openDatabase(options.dataDir))
  const kept = readKeptWorld(store)
  const seed = kept?.seed ?? options.seed ?? defaultSeed
  const world: World = {
    world: kept?.world ?? options.world ?? 'empty',
    stages: kept?.stages ?? options.stages ?? defaultStages,
  }
  const clock = worldClock(kept?.resumeAt(options.speed) ?? options.startAt ?? machineNow(), options.speed ?? 1)
  const settings: Settings = { ...defaultSettings, ...options.settings }
  if (!kept) {
    keepWorld(store, { ...world, seed, clock })
    seedWorld({ store, seed, settings }, world, demoPlace, clock.now())
  }
  const traffic = createTraffic(store, clock, seed, settings.publicationSeconds)
  const emulator: Emulator = {
    ...world,
    seed,
    store,
    clock,
    settings,
    traffic,
    held: createHeldState(store, plannedUsage(store, traffic, clock)),
    callBackend: backendCaller(settings.allowedBackends),
    bucket: createRequestBucket(),
    ...createObservers(store),
  }
  const timer = setInterval(() => tick(emulator), tickMs)
  const restFromWork = options.worksAhead ? workAhead(emulator) : undefined
  return {
    emulator,
    close() {
      clearInterval(timer)
      restFromWork?.()
      keep(emulator)
      store.close()
    },
  }
}

/** A full disk is told, and refuses the writes of callers, but doesn't end the emulator. */
function tick(emulator: Emulator): void {
  emulator.traffic.tick()
  try {
    evaluateAllAlarms(emulator)
    keep(emulator)
  } catch (error) {
    console.error(error)
  }
}

function keep(emulator: Emulator): void {
  emulator.held.usage.flush()
  keepWorld(emulator.store, emulator)
}
