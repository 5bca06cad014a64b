import { createCallLog, type CallLog } from './director/call-log.ts'
import { createFaults, type Faults } from './director/faults.ts'
import type { WorldClock } from './lib/clock.ts'
import type { Settings } from './lib/settings.ts'
import type { Store } from './lib/store.ts'
import type { RequestBucket } from './protocol/request-bucket.ts'
import type { Traffic } from './world/traffic.ts'

export type WorldName = 'empty' | 'demo'

/** Everything one running emulator consists of. */
export type Emulator = {
  seed: number
  /** What the emulator began with, and what a reset brings back. */
  world: WorldName
  store: Store
  clock: WorldClock
  settings: Settings
  traffic: Traffic
  calls: CallLog
  faults: Faults
  bucket: RequestBucket
}

export const createObservers = (): Pick<Emulator, 'calls' | 'faults'> => ({
  calls: createCallLog(),
  faults: createFaults(),
})
