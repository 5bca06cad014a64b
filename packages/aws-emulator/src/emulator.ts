import { CustomMetrics } from './cloudwatch/custom-metrics.ts'
import { SeriesCache } from './cloudwatch/series-cache.ts'
import { createCallLog, type CallLog } from './director/call-log.ts'
import { createFaults, type Faults } from './director/faults.ts'
import type { HeldState } from './execute-api/held-state.ts'
import type { CallBackend } from './execute-api/integrations/call-backend.ts'
import type { WorldClock } from './lib/clock.ts'
import type { Settings } from './lib/settings.ts'
import type { Store } from './lib/store.ts'
import { QueryResults } from './logs/insights/query-store.ts'
import { LogStore } from './logs/log-store.ts'
import { FilteredMetrics } from './logs/metric-filters/filtered-metrics.ts'
import type { RequestBucket } from './protocol/request-bucket.ts'
import type { World } from './world/seeding.ts'
import type { Traffic } from './world/traffic.ts'

/** Everything one running emulator consists of. Its world is what it began with, and what a reset brings back. */
export type Emulator = World & {
  seed: number
  store: Store
  clock: WorldClock
  settings: Settings
  traffic: Traffic
  calls: CallLog
  faults: Faults
  held: HeldState
  callBackend: CallBackend
  customMetrics: CustomMetrics
  seriesCache: SeriesCache
  /** By account, region and name: the minute (world ms) up to which an alarm was evaluated. */
  evaluatedAlarms: Map<string, number>
  logs: LogStore
  filteredMetrics: FilteredMetrics
  /** Of Logs Insights. */
  queries: QueryResults
  bucket: RequestBucket
}

export function createObservers(
  store: Store,
): Pick<
  Emulator,
  'calls' | 'faults' | 'customMetrics' | 'seriesCache' | 'evaluatedAlarms' | 'logs' | 'filteredMetrics' | 'queries'
> {
  const filteredMetrics = new FilteredMetrics(store)
  return {
    calls: createCallLog(),
    faults: createFaults(),
    customMetrics: new CustomMetrics(),
    seriesCache: new SeriesCache(),
    evaluatedAlarms: new Map(),
    logs: new LogStore((...line) => filteredMetrics.note(...line)),
    filteredMetrics,
    queries: new QueryResults(),
  }
}
