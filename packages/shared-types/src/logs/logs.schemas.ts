import { z } from 'zod'
import { Instant } from '../lib/instant.schemas.ts'
import { StageAddress } from '../lib/stage-ref.ts'
import { defaultRange } from '../lib/time-range.ts'
import { RangeNote, TimeRange } from '../lib/time-range.schemas.ts'
import { patterns } from '../lib/patterns.ts'

export const LogsInRange = StageAddress.extend({ range: TimeRange.default(defaultRange) })

/** Which of a stage's logs: a canary's calls are logged once more in groups of their own. */
export const LogSource = z.enum(['access', 'execution', 'access-canary', 'execution-canary'])
export type LogSource = z.infer<typeof LogSource>

/** A log group as CloudWatch Logs has it. */
export const LogGroup = z.object({
  source: LogSource,
  name: z.string(),
  /** API Gateway makes a group with its first line; a deleted one isn't there either. */
  exists: z.boolean(),
  /** Null: for ever. */
  retentionDays: z.number().nullable(),
  /** AWS counts with some delay; null where it doesn't say. */
  storedBytes: z.number().nullable(),
})
export type LogGroup = z.infer<typeof LogGroup>

/** What a stage logs, and where. */
export const LogsView = z.object({
  groups: z.array(LogGroup),
  execution: z.object({ level: z.enum(['OFF', 'ERROR', 'INFO', 'mixed']), dataTrace: z.boolean() }),
  access: z.object({
    state: z.enum(['off', 'group', 'firehose']),
    format: z.string().nullable(),
    /** What a break-down of errors needs and the format lacks, as variables such as `identity.apiKeyId`. */
    lacks: z.array(z.string()),
    /** Of a JSON format: where each variable stands in a line, as filter patterns name it. */
    keys: z.record(z.string(), z.string()).nullable(),
  }),
  /** Why CloudWatch Logs doesn't tell of the groups, in AWS's words. */
  unknown: z.string().nullable(),
  asOf: Instant,
})
export type LogsView = z.infer<typeof LogsView>

/** The days CloudWatch Logs can keep lines for (the API's model). */
export const retentionChoices = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const

/** Days by log, or null for ever. */
export const RetentionEdits = z.object({
  retentionDays: z.partialRecord(LogSource, z.literal(retentionChoices).nullable()).default({}),
})
export type RetentionEdits = z.infer<typeof RetentionEdits>

export const LogLine = z.object({
  id: z.string(),
  at: Instant,
  text: z.string(),
  requestId: z.string().nullable(),
  /** Of an access log whose format is understood: what stands in the line, by variable, without what is `-`. */
  fields: z.record(z.string(), z.string()).nullable(),
})
export type LogLine = z.infer<typeof LogLine>

export const LogLines = z.object({
  /** Newest first. */
  lines: z.array(LogLine),
  /** Ask for what is older with this; null when all of the range was looked at. */
  older: z.string().nullable(),
  /** So far back it was looked. */
  searchedFrom: Instant,
  /** The group doesn't exist. */
  missing: z.boolean(),
  notes: z.array(RangeNote),
  asOf: Instant,
})
export type LogLines = z.infer<typeof LogLines>

export const RequestId = z.string().regex(patterns.requestId)

/** All that the logs say of one request, in its order. */
export const RequestTimeline = z.object({
  lines: z.array(LogLine.extend({ source: LogSource })),
  asOf: Instant,
})
export type RequestTimeline = z.infer<typeof RequestTimeline>

/** The statuses that CloudWatch has no metrics of, and the rest of the two kinds. */
export const StatusName = z.enum(['429', '502', '503', '504', 'other 4XX', 'other 5XX'])
export type StatusName = z.infer<typeof StatusName>

const Counts = z.partialRecord(StatusName, z.number())
const Ranked = z.object({ name: z.string().nullable(), counts: Counts, total: z.number() })
export type RankedCounts = z.infer<typeof Ranked>

/** Failed calls of a range by status, from the access log; the most first. */
export const Breakdown = z.discriminatedUnion('state', [
  /** There is no access log in CloudWatch, or its format has no status. */
  z.object({ state: z.literal('impossible'), why: z.enum(['off', 'firehose', 'format', 'missing']) }),
  z.object({ state: z.literal('running'), scannedBytes: z.number(), scannedRecords: z.number() }),
  z.object({ state: z.literal('failed'), status: z.string() }),
  z.object({
    state: z.literal('complete'),
    total: z.number(),
    byStatus: Counts,
    /** Null is a call without it, such as one that met no route or brought no key. */
    byRoute: z.array(Ranked),
    byKey: z.array(Ranked),
    /** By AWS's type of gateway response, such as `INTEGRATION_FAILURE`. */
    byReason: z.array(Ranked),
    scannedBytes: z.number(),
    /** At 0.005 US$ for a GB. */
    usd: z.number(),
    from: Instant,
    to: Instant,
  }),
])
export type Breakdown = z.infer<typeof Breakdown>
