import { fromInstant, type Instant } from '@callboard/shared-types/lib/instant'
import { worldClock } from './world-clock'

/** CloudWatch shows a minute's point a little after the minute is over. */
const lagMs = 3_000

/**
 * How long to wait until the next point of a chart is due, in milliseconds: no call before there can be news.
 * @param unfinishedFrom where the series' first unfinished point begins
 */
export function untilNextPoint(data: { unfinishedFrom: Instant; periodSeconds: number } | undefined): number {
  if (!data) return 30_000
  const due = fromInstant(data.unfinishedFrom) + data.periodSeconds * 1000
  const wait = worldClock.processMsFor(due - (worldClock.now() ?? due)) + lagMs
  return Math.min(Math.max(wait, 5_000), 120_000)
}
