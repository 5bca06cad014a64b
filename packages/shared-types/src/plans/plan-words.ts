import type { Quota, QuotaPeriod, Throttle } from './plan-rules.ts'

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 2 })

const periodNames: Record<QuotaPeriod, string> = { DAY: 'day', WEEK: 'week', MONTH: 'month' }
export const periodName = (period: QuotaPeriod): string => periodNames[period]

/** `10 a second, bursts of 20` */
export const throttleInWords = ({ rateLimit, burstLimit }: Throttle): string =>
  `${number.format(rateLimit)} a second, bursts of ${number.format(burstLimit)}`

/** `5,000 a day` */
export const quotaInWords = ({ limit, period }: Quota): string => `${number.format(limit)} a ${periodNames[period]}`

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** When a quota begins anew: `every day at midnight UTC`. */
export function quotaBegins({ period, offset }: Pick<Quota, 'period' | 'offset'>): string {
  if (period === 'DAY') return 'every day at midnight UTC'
  if (period === 'WEEK') return `every ${weekdays[offset] ?? 'week'} at midnight UTC`
  return `on day ${offset + 1} of every month at midnight UTC`
}

/** `10 a second, bursts of 20, 5,000 a day`; `No limits of its own` */
export function limitsInWords({ throttle, quota }: { throttle: Throttle | null; quota: Quota | null }): string {
  const parts = [throttle && throttleInWords(throttle), quota && quotaInWords(quota)].filter((part) => part !== null)
  return parts.length > 0 ? parts.join(', ') : 'No limits of its own'
}
