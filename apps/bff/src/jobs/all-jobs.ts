import { keepDefinitions } from '../history/keep-definitions.ts'
import { nameOutside } from '../history/name-outside.ts'
import { watchStages } from '../history/watch-stages.ts'
import { runKeyTasks } from '../keys/run-key-tasks.ts'
import { keepUsage } from '../plans/keep-usage.ts'
import { endDataTraces } from '../settings/end-data-trace.ts'
import type { Job } from './jobs.ts'

const minute = 60_000

/** Everything that runs by the clock. */
export const allJobs: Job[] = [
  { name: 'end-data-trace', everyMs: minute, clock: 'world', run: endDataTraces },
  { name: 'watch-stages', everyMs: minute, clock: 'process', run: watchStages },
  { name: 'keep-definitions', everyMs: minute / 4, clock: 'process', run: keepDefinitions },
  { name: 'key-tasks', everyMs: minute, clock: 'world', run: runKeyTasks },
  // Up to ninety days of every plan, which nobody waits for.
  { name: 'keep-usage', everyMs: 6 * 60 * minute, clock: 'world', firstAfterMs: minute, run: keepUsage },
  { name: 'name-outside', everyMs: minute, clock: 'world', run: nameOutside },
]
