import { fromInstant, type Instant } from '@callboard/shared-types/lib/instant'
import { worldClock } from './world-clock'

/** A little after a point is due it can be had. */
const lagMs = 3_000

/**
 * How long to wait until the next point of a chart is due, in milliseconds: no call before there can be news; false when
 * there is none to come.
 */
export function untilNextPoint(data: { nextAt: Instant | null } | undefined): number | false {
  if (!data) return 30_000
  if (data.nextAt === null) return false
  const due = fromInstant(data.nextAt)
  const wait = worldClock.processMsFor(due - (worldClock.now() ?? due)) + lagMs
  return Math.min(Math.max(wait, 5_000), 600_000)
}
