import { GetUsageCommand, type Usage } from '@aws-sdk/client-api-gateway'
import { daysUntil } from '@callboard/shared-types/plans/usage-days'
import type { Priority } from './call-budget.ts'
import type { AwsConnection } from './connections.ts'

/** AWS counts with a delay of minutes (usage plan facts, 3.5), so asking more often shows nothing new. */
const freshForMs = 60_000

/** AWS tells no more than so many days (3.5). */
export const awsUsageDays = 90

/** More pages than a plan has keys at 500 a page. */
const mostPages = 100

/** An extension of a quota drops this. */
export const usageScope = (planId: string) => `usage/${planId}`

/** What a key used on a day, and what was left of its quota at its end (of today: now). */
export interface UsedDay {
  used: number
  remaining: number
}

/** What the keys of a plan used, by key id; each list has a day for each of `days`, in their order. */
export interface SeenUsage {
  /** `2026-01-15` …, the last being today. */
  days: string[]
  keys: Map<string, UsedDay[]>
}

/** @param days at most 90 @param nowMs world time */
export function readUsage(
  connection: AwsConnection,
  planId: string,
  days: number,
  nowMs: number,
  as: Priority = 'read',
): Promise<SeenUsage> {
  const asked = daysUntil(nowMs, Math.min(days, awsUsageDays))
  const key = `${asked[0]}/${asked.at(-1)}`
  return connection.cache.read(usageScope(planId), key, freshForMs, () => fetchUsage(connection, planId, asked, as))
}

async function fetchUsage(
  { gateway }: AwsConnection,
  planId: string,
  days: string[],
  as: Priority,
): Promise<SeenUsage> {
  const keys = new Map<string, UsedDay[]>()
  const dates = { startDate: days[0], endDate: days.at(-1) }
  let position: string | undefined
  for (let n = 0; n < mostPages; n++) {
    const page = await gateway.read<Usage & { $metadata: object }>(
      () => new GetUsageCommand({ usagePlanId: planId, ...dates, limit: 500, position }),
      as,
    )
    for (const [keyId, pairs] of Object.entries(page.items ?? {})) {
      if (isValue(keyId)) continue
      keys.set(
        keyId,
        days.map((_, day) => ({ used: pairs[day]?.[0] ?? 0, remaining: pairs[day]?.[1] ?? 0 })),
      )
    }
    if (!page.position || page.position === position) break
    position = page.position
  }
  return { days, keys }
}

/** What one key used over some days, past the cache; undefined where AWS doesn't tell. */
export async function fetchUsageOf(
  { gateway }: AwsConnection,
  planId: string,
  keyId: string,
  asked: { days: number; nowMs: number },
  as: Priority,
): Promise<UsedDay[] | undefined> {
  const days = daysUntil(asked.nowMs, asked.days)
  const { items = {} } = await gateway.read<Usage & { $metadata: object }>(
    () => new GetUsageCommand({ usagePlanId: planId, keyId, startDate: days[0], endDate: days.at(-1) }),
    as,
  )
  return items[keyId]?.map(([used = 0, remaining = 0]) => ({ used, remaining }))
}

/** The model says that usage goes by the key's value; servers were seen to go by its id (3.5). An id is 10 characters, a value 20 or more. */
const isValue = (key: string) => key.length >= 20
