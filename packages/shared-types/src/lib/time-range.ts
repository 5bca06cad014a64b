import { z } from 'zod'

const minute = 60_000
const hour = 60 * minute

/** The ranges that end now, and how long each is, in milliseconds. */
export const rangeMs = {
  '1h': hour,
  '3h': 3 * hour,
  '12h': 12 * hour,
  '24h': 24 * hour,
} as const

export const TimeRange = z.enum(['1h', '3h', '12h', '24h'])
export type TimeRange = z.infer<typeof TimeRange>

/** The period of a point, in seconds: at most about 180 points a series, and one that CloudWatch allows. */
export const periodSeconds = { '1h': 60, '3h': 60, '12h': 300, '24h': 600 } as const satisfies Record<TimeRange, number>

/** The period of a sparkline's point, in seconds. */
export const sparklinePeriodSeconds = { '1h': 60, '3h': 300, '12h': 900, '24h': 1800 } as const satisfies Record<
  TimeRange,
  number
>
