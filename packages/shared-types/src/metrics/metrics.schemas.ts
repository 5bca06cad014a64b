import { z } from 'zod'
import { Instant } from '../lib/instant.ts'

/** Equally spaced points from `from` on; null is a gap (no data is not zero). */
export const Series = z.object({
  from: Instant,
  periodSeconds: z.number().int().positive(),
  values: z.array(z.number().nullable()),
})
export type Series = z.infer<typeof Series>

/** What the Overview draws. Rates are 0 to 1, latencies milliseconds. */
export const StageMetrics = z.object({
  from: Instant,
  to: Instant,
  periodSeconds: z.number().int().positive(),
  /** The first instant whose point isn't finished: what comes after is provisional. */
  unfinishedFrom: Instant,
  calls: Series,
  errors4xxRate: Series,
  errors4xxCount: Series,
  errors5xxRate: Series,
  errors5xxCount: Series,
  latencyP50Ms: Series,
  latencyP90Ms: Series,
  latencyP99Ms: Series,
  /** What AWS said of data that is missing or partial, word for word. */
  messages: z.array(z.string()),
  asOf: Instant,
})
export type StageMetrics = z.infer<typeof StageMetrics>
