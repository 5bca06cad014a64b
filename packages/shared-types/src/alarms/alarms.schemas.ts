import { z } from 'zod'
import { Instant } from '../lib/instant.schemas.ts'
import { RouteName } from '../metrics/metrics.schemas.ts'
import { AskingCost } from '../metrics/metrics.schemas.ts'
import { isStatusMetric, statusMetrics } from './status-metrics.ts'

export const AlarmState = z.enum(['OK', 'ALARM', 'INSUFFICIENT_DATA'])
export type AlarmState = z.infer<typeof AlarmState>

/** AWS: 1 to 255 characters; control characters make no name. */
export const AlarmName = z
  .string()
  .trim()
  .min(1)
  .max(255)
  .regex(/^[^\p{Cc}]+$/u)

/** CloudWatch's comparison, as it spells it. */
export const Comparison = z.enum([
  'GreaterThanThreshold',
  'GreaterThanOrEqualToThreshold',
  'LessThanThreshold',
  'LessThanOrEqualToThreshold',
])
export type Comparison = z.infer<typeof Comparison>

export const MissingData = z.enum(['missing', 'ignore', 'breaching', 'notBreaching'])
export type MissingData = z.infer<typeof MissingData>

const ActionArn = z.string().regex(/^arn:[\w-]+:[^\s,]{1,1000}$/)

/** When an alarm fires: a metric of the stage, or of one of its routes, beyond a threshold for M of N periods. */
export const AlarmRule = z
  .object({
    metric: z.enum([
      'Count',
      '4XXError',
      '5XXError',
      'Latency',
      'IntegrationLatency',
      'CacheHitCount',
      'CacheMissCount',
      ...statusMetrics,
    ]),
    /** Such as `Average` (a rate, for errors), `Sum`, `SampleCount` or `p99`. */
    statistic: z.string().regex(/^(Average|Sum|SampleCount|Minimum|Maximum|p(\d{1,2}(\.\d{1,2})?|100))$/),
    route: RouteName.nullable().default(null),
    comparison: Comparison,
    threshold: z.number(),
    periodSeconds: z
      .number()
      .int()
      .min(60)
      .max(86_400)
      .refine((seconds) => seconds % 60 === 0, 'is a multiple of 60'),
    evaluationPeriods: z.number().int().min(1).max(1_440),
    datapointsToAlarm: z.number().int().min(1).max(1_440),
    missingData: MissingData,
    description: z.string().max(1024).default(''),
    /** ARNs, such as of SNS topics, told when it fires and when it is over. */
    alarmActions: z.array(ActionArn).max(5).default([]),
    okActions: z.array(ActionArn).max(5).default([]),
  })
  .refine(({ datapointsToAlarm, evaluationPeriods }) => datapointsToAlarm <= evaluationPeriods, {
    path: ['datapointsToAlarm'],
    error: 'can be no more than the periods that are looked at',
  })
  .refine(({ periodSeconds, evaluationPeriods }) => periodSeconds * evaluationPeriods <= 86_400, {
    path: ['evaluationPeriods'],
    error: 'AWS looks at a day at most: period times periods is too long',
  })
  .refine(({ metric, statistic }) => !isStatusMetric(metric) || statistic === 'Sum', {
    path: ['statistic'],
    error: 'is Sum for a status: its answers are counted',
  })
  .refine(({ metric, route }) => !isStatusMetric(metric) || route === null, {
    path: ['route'],
    error: 'can be none for a status: it is counted over the whole stage',
  })
export type AlarmRule = z.infer<typeof AlarmRule>

/** A state from an instant on. */
export const StateSince = z.object({ at: Instant, state: AlarmState })
export type StateSince = z.infer<typeof StateSince>

export const Alarm = z.object({
  name: z.string(),
  state: AlarmState,
  /** AWS's sentence. */
  reason: z.string(),
  since: Instant,
  /** Null for an alarm of another kind, such as one with metric math: it is shown and not edited here. */
  rule: AlarmRule.nullable(),
  /** What it looks at, in AWS's words, where there is no rule. */
  looksAt: z.string(),
  actionsEnabled: z.boolean(),
  /** What keeps an alarm on a status from counting the calls as they are logged now; null where nothing does. */
  trouble: z.string().nullable(),
})
export type Alarm = z.infer<typeof Alarm>

export const Alarms = z.object({ items: z.array(Alarm), asOf: Instant })
export type Alarms = z.infer<typeof Alarms>

/** The states of the stage's alarms over the last two weeks, as far as CloudWatch keeps them; oldest first. */
export const AlarmHistory = z.object({
  from: Instant,
  to: Instant,
  items: z.array(z.object({ name: z.string(), states: z.array(StateSince) })),
})
export type AlarmHistory = z.infer<typeof AlarmHistory>

/** A stretch in which an alarm would have been in ALARM. */
export const Firing = z.object({ from: Instant, to: Instant })
export type Firing = z.infer<typeof Firing>

/** What a rule would have done in the past. */
export const Rehearsal = z.object({
  from: Instant,
  to: Instant,
  firings: z.array(Firing),
  /** How many periods had data. */
  points: z.number().int(),
  cost: AskingCost,
  /** Why nothing is known of the past, or not yet: then there are no firings and no points. */
  unknown: z.object({ why: z.string(), running: z.boolean() }).nullable(),
})
export type Rehearsal = z.infer<typeof Rehearsal>

export const SuggestedAlarm = z.object({
  name: AlarmName,
  rule: AlarmRule,
  /** How the threshold came about. */
  why: z.string(),
  rehearsal: Rehearsal,
})
export type SuggestedAlarm = z.infer<typeof SuggestedAlarm>

export const AlarmSuggestions = z.object({
  items: z.array(SuggestedAlarm),
  /** What can't be suggested, and why; or not yet, while it is being counted. */
  without: z.array(z.object({ what: z.string(), why: z.string(), running: z.boolean() })),
  messages: z.array(z.string()),
  cost: AskingCost,
  asOf: Instant,
})
export type AlarmSuggestions = z.infer<typeof AlarmSuggestions>

/** Alarms to be as told, by name, and others to go. */
export const AlarmEdits = z.object({
  set: z.record(AlarmName, AlarmRule).default({}),
  remove: z.array(AlarmName).max(50).default([]),
})
export type AlarmEdits = z.infer<typeof AlarmEdits>
