import type { Place } from '../lib/store.ts'
import type { UsageRecord } from './records.ts'

/** What keys have used of plans, by UTC days (`2026-01-15`), the last included. */
export type UsageReader = {
  usedBetween(place: Place, usagePlanId: string, keyId: string, from: string, to: string): number
  grantedTo(place: Place, usagePlanId: string, keyId: string): UsageRecord['granted']
}

/** Of a world that is being made: nobody has called yet. */
export const nothingUsed: UsageReader = { usedBetween: () => 0, grantedTo: () => undefined }

/** What keys used of a plan by their planned calls, between two days, the last included. */
export type PlannedUsage = (place: Place, usagePlanId: string, keyId: string, from: string, to: string) => number
