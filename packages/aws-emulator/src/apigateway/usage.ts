import type { Usage } from '@aws-sdk/client-api-gateway'
import type { Place } from '../lib/store.ts'
import type { QuotaRecord, UsagePlanRecord } from './records.ts'
import type { UsageReader } from './usage-reader.ts'

const dayMs = 24 * 60 * 60 * 1000

/** A day in UTC, as `2026-01-15`. */
export const dayOf = (instant: number) => new Date(instant).toISOString().slice(0, 10)

const startOfDay = (day: string) => Date.parse(`${day}T00:00:00Z`)

export function daysBetween(from: string, to: string): string[] {
  const days: string[] = []
  for (let at = startOfDay(from); at <= startOfDay(to); at += dayMs) days.push(dayOf(at))
  return days
}

/**
 * The first day of the period that a day is in. That periods begin at midnight UTC and that the offset is the day on
 * which they do (WEEK 0: Sunday, MONTH 0: the 1st) is guessed: the model says that the offset is a number of requests, but its
 * documented bounds, 0 to 6 and 0 to 27, are those of days.
 */
export function periodStart({ period, offset = 0 }: QuotaRecord, day: string): string {
  const start = startOfDay(day)
  if (period === 'WEEK') return dayOf(start - ((new Date(start).getUTCDay() - offset + 7) % 7) * dayMs)
  if (period !== 'MONTH') return day
  const date = new Date(start)
  const months = date.getUTCDate() > offset ? date.getUTCMonth() : date.getUTCMonth() - 1
  return dayOf(Date.UTC(date.getUTCFullYear(), months, 1 + offset))
}

/** What of the quota remained at the end of a day, or is left now; undefined without a quota. Never below 0. */
export function remainingOf(
  reader: UsageReader,
  place: Place,
  { id, quota }: UsagePlanRecord,
  keyId: string,
  day: string,
) {
  if (quota?.limit === undefined) return undefined
  const from = periodStart(quota, day)
  const used = reader.usedBetween(place, id, keyId, from, day)
  const granted = reader.grantedTo(place, id, keyId)
  const counts = granted && granted.day >= from && granted.day <= day
  const remaining = counts ? granted.remaining - (used - granted.usedBefore) : quota.limit - used
  return Math.max(0, remaining)
}

/** A plan without a quota shows -1 as what remains (guessed). */
const unlimited = -1

export function usageOutput(
  reader: UsageReader,
  place: Place,
  plan: UsagePlanRecord,
  keyIds: string[],
  { startDate, endDate }: { startDate: string; endDate: string },
): Usage {
  const items = keyIds.map((keyId): [string, number[][]] => [
    keyId,
    daysBetween(startDate, endDate).map((day) => [
      reader.usedBetween(place, plan.id, keyId, day, day),
      remainingOf(reader, place, plan, keyId, day) ?? unlimited,
    ]),
  ])
  return { usagePlanId: plan.id, startDate, endDate, items: Object.fromEntries(items) }
}
