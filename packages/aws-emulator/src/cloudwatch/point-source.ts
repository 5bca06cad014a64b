import type { Emulator } from '../emulator.ts'
import type { Place } from '../lib/store.ts'
import type { PointSource } from './read-points.ts'

/** Where the points of a place come from, as of an instant. */
export function pointSourceOf(context: { emulator: Emulator; place: Place; now: number }): PointSource {
  const { emulator, place, now } = context
  const { traffic, customMetrics, filteredMetrics, seriesCache, settings } = emulator
  return { traffic, customMetrics, filteredMetrics, seriesCache, place, now, canaryMetrics: settings.canaryMetrics }
}
