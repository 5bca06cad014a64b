import { z } from 'zod'
import { Instant } from '../lib/instant.schemas.ts'
import { DeploymentId } from '../lib/stage-ref.ts'

/** Where a canary is in its life. `aborted` and `promoted` are known from the activity; AWS keeps neither. */
export const CanaryState = z.enum(['none', 'idle', 'running', 'aborted', 'promoted_attached', 'promoted'])
export type CanaryState = z.infer<typeof CanaryState>

/** A share of the traffic in percent; AWS takes one decimal and more, we send one. */
export const PercentTraffic = z
  .number()
  .min(0)
  .max(100)
  .refine((value) => Math.abs(value * 10 - Math.round(value * 10)) < 1e-9, 'At most one decimal')

/** One side of the split: what it runs, and the variables its requests see. */
export const CanarySide = z.object({
  deployment: z.object({ id: DeploymentId, name: z.string(), createdAt: Instant.nullable() }).nullable(),
  variables: z.record(z.string(), z.string()),
})
export type CanarySide = z.infer<typeof CanarySide>

/** One figure of both sides; null where there is no data. Rates are 0 to 1, latencies milliseconds. */
export const SideBySide = z.object({
  metric: z.enum(['calls', 'errors5xxRate', 'errors4xxRate', 'latencyP50Ms', 'latencyP99Ms']),
  base: z.number().nullable(),
  canary: z.number().nullable(),
  /** In words; null where the data carries none. */
  verdict: z.string().nullable(),
})
export type SideBySide = z.infer<typeof SideBySide>

export const CanaryFigures = z.object({
  /** Over the last so many finished minutes. */
  minutes: z.number().int(),
  /** Where they come from: CloudWatch under a dimension of the canary's own, or the canary's access log. */
  source: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('metrics'), dimension: z.string() }),
      z.object({ kind: z.literal('access_log'), group: z.string() }),
    ])
    .nullable(),
  rows: z.array(SideBySide),
  /** What AWS said of data that is missing or partial, word for word. */
  messages: z.array(z.string()),
})
export type CanaryFigures = z.infer<typeof CanaryFigures>

export const CanaryView = z.object({
  state: CanaryState,
  /** Null without a canary. */
  percentTraffic: z.number().nullable(),
  useStageCache: z.boolean(),
  base: CanarySide,
  /** Its variables are the effective ones: the stage's with the overrides laid over. Null without a canary. */
  canary: CanarySide.nullable(),
  overrides: z.record(z.string(), z.string()),
  /** Nobody touched it for a week. */
  stale: z.boolean(),
  changedAt: Instant,
  /** All calls of the stage over the last minutes; null without traffic or where CloudWatch doesn't say. */
  callsPerMinute: z.number().nullable(),
  asOf: Instant,
})
export type CanaryView = z.infer<typeof CanaryView>
