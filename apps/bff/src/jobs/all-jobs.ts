import { keepDefinitions } from '../history/keep-definitions.ts'
import { nameOutside } from '../history/name-outside.ts'
import { watchStages } from '../history/watch-stages.ts'
import { endDataTraces } from '../settings/end-data-trace.ts'
import type { Job } from './jobs.ts'

const minute = 60_000

/** Everything that runs by the clock. */
export const allJobs: Job[] = [
  { name: 'end-data-trace', everyMs: minute, clock: 'world', run: endDataTraces },
  { name: 'watch-stages', everyMs: minute, clock: 'process', run: watchStages },
  { name: 'keep-definitions', everyMs: minute / 2, clock: 'process', run: keepDefinitions },
  { name: 'name-outside', everyMs: minute, clock: 'world', run: nameOutside },
]
