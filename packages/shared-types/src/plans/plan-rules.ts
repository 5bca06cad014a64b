/** A token bucket, as AWS has it: so many requests a second come back, and so many fit (usage plan facts, 3.3). */
export interface Throttle {
  /** Requests a second; may have decimals. */
  rateLimit: number
  /** Requests. */
  burstLimit: number
}

export const quotaPeriods = ['DAY', 'WEEK', 'MONTH'] as const
export type QuotaPeriod = (typeof quotaPeriods)[number]

export interface Quota {
  /** Requests of one key in a period. */
  limit: number
  period: QuotaPeriod
  /** On which day the period begins: WEEK 0 is Sunday, MONTH 0 the 1st. */
  offset: number
}

/** The largest offset that AWS takes in a period (usage plan facts, 3.4). */
export const largestOffset: Record<QuotaPeriod, number> = { DAY: 0, WEEK: 6, MONTH: 27 }

/** AWS takes one UpdateUsagePlan in so many seconds (usage plan facts, 3.2). */
export const planUpdateSeconds = 20

/** So many methods of one stage may have limits of their own in a plan (usage plan facts, 3.3). */
export const mostMethodLimits = 20

/** Why a rate can't be wanted, or null. 0 is taken by AWS, and then nothing passes. */
export function rateProblem(rate: number | null): string | null {
  if (rate === null || !Number.isFinite(rate)) return 'A rate is a number of requests a second.'
  return rate > 0 ? null : 'A rate of 0 lets nothing through: disable the keys instead.'
}

/** Why a burst can't be wanted, or null. */
export function burstProblem(burst: number | null): string | null {
  if (burst === null || !Number.isInteger(burst)) return 'A burst is a whole number of requests.'
  return burst >= 1 ? null : 'A burst below 1 lets nothing through: disable the keys instead.'
}

/** Why a quota's limit can't be wanted, or null. */
export function quotaLimitProblem(limit: number | null): string | null {
  if (limit === null || !Number.isInteger(limit)) return 'A quota is a whole number of requests.'
  return limit >= 1 ? null : 'A quota below 1 lets nothing through: disable the keys instead.'
}

/** Why AWS wouldn't take an offset in a period, or null. */
export function offsetProblem(period: QuotaPeriod, offset: number | null): string | null {
  const largest = largestOffset[period]
  if (offset !== null && Number.isInteger(offset) && offset >= 0 && offset <= largest) return null
  if (period === 'DAY') return 'A day’s quota begins at midnight UTC: its offset is 0.'
  return `The offset of a ${period === 'WEEK' ? 'week' : 'month'} is a day in it, 0 to ${largest}.`
}

const dayMs = 86_400_000

/**
 * The period of a quota that an instant is in, in epoch milliseconds, its end excluded. That periods begin at midnight UTC and
 * that the offset is a day is what AWS's bounds of it say; its documentation calls it a number of requests (3.4, unsure).
 */
export function quotaWindow({ period, offset }: Pick<Quota, 'period' | 'offset'>, atMs: number) {
  const today = Math.floor(atMs / dayMs) * dayMs
  if (period === 'DAY') return { fromMs: today, toMs: today + dayMs }
  if (period === 'WEEK') {
    const since = (new Date(today).getUTCDay() - offset + 7) % 7
    return { fromMs: today - since * dayMs, toMs: today + (7 - since) * dayMs }
  }
  const date = new Date(today)
  const month = date.getUTCMonth() - (date.getUTCDate() - 1 >= offset ? 0 : 1)
  const begin = (months: number) => Date.UTC(date.getUTCFullYear(), months, 1 + offset)
  return { fromMs: begin(month), toMs: begin(month + 1) }
}
