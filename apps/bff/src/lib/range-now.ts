import { seeRange, type SeenRange, type TimeRange } from '@callboard/shared-types/lib/time-range'
import { invalid } from './errors.ts'

/** What a range is on the world's clock. @throws invalid where all of it is still to come */
export function rangeNow(range: TimeRange, nowMs: number): SeenRange {
  const seen = seeRange(range, nowMs)
  if (!seen) throw invalid('range', 'is still to come: nothing has happened in it yet')
  return seen
}
