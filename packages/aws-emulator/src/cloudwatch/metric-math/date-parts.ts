import { dateOf } from '../../lib/clock.ts'

const at = (instant: number) => dateOf(instant / 1000)

/** Parts of each point's instant, in UTC (documented); Monday is 1 and Sunday 7. */
export const dateParts: Record<string, (value: number, instant: number) => number> = {
  MINUTE: (_, instant) => at(instant).getUTCMinutes(),
  HOUR: (_, instant) => at(instant).getUTCHours(),
  DAY: (_, instant) => at(instant).getUTCDay() || 7,
  DATE: (_, instant) => at(instant).getUTCDate(),
  MONTH: (_, instant) => at(instant).getUTCMonth() + 1,
  YEAR: (_, instant) => at(instant).getUTCFullYear(),
  EPOCH: (_, instant) => instant / 1000,
}
