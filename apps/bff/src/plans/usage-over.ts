import { daysUntil } from '@callboard/shared-types/plans/usage-days'
import type { Priority } from '../aws/call-budget.ts'
import type { AwsConnection } from '../aws/connections.ts'
import { awsUsageDays, readUsage, type SeenUsage } from '../aws/usage.reader.ts'
import { isStoreError } from '../db/store-errors.ts'
import type { KeptUsage, PlanPlace } from '../db/usage-days.ts'
import type { Ctx } from '../lib/context.ts'

/** The longest period of a quota, in days: what is left of it can't be judged by less. */
const longestPeriod = 31

interface UsageOver {
  /** `2026-01-15` …, the last being today; at least as many as were asked for. */
  days: string[]
  keys: Map<string, unknown>
  /** Null for a day that nobody kept, and for what is left where AWS doesn't tell. */
  of(keyId: string): { used: (number | null)[]; remaining: number | null }
}

/** What the keys of a plan used over some days: of AWS as far as it goes back, before that what was kept here. */
export async function usageOver(
  ctx: Pick<Ctx, 'clocks' | 'usageDays'>,
  connection: AwsConnection,
  planId: string,
  asked: number,
  as: Priority = 'read',
): Promise<UsageOver> {
  const nowMs = ctx.clocks.worldMs()
  const count = Math.max(asked, longestPeriod)
  const { accountId, region } = connection.config
  const place: PlanPlace = { accountId, region, planId }
  const seen = await readUsage(connection, planId, Math.min(count, awsUsageDays), nowMs, as)
  const days = daysUntil(nowMs, count)
  const earlier = days.slice(0, count - seen.days.length)
  // A store that is down costs the years, not the page.
  const kept = await keepAndRead(ctx, place, seen, earlier).catch((error: unknown): KeptUsage => {
    if (isStoreError(error)) return new Map()
    throw error
  })
  const keys = new Map<string, unknown>(seen.keys)
  for (const of of kept.values()) for (const keyId of of.keys()) keys.set(keyId, true)
  return {
    days,
    keys,
    of(keyId) {
      const before = earlier.map((day) => (kept.has(day) ? (kept.get(day)!.get(keyId) ?? 0) : null))
      const pairs = seen.keys.get(keyId)
      const now = seen.days.map((_, n) => pairs?.[n]?.used ?? 0)
      return { used: [...before, ...now], remaining: pairs?.at(-1)?.remaining ?? null }
    },
  }
}

async function keepAndRead(
  { usageDays }: Pick<Ctx, 'usageDays'>,
  place: PlanPlace,
  seen: SeenUsage,
  earlier: string[],
) {
  await usageDays.keep(place, finishedDays(seen))
  return earlier.length > 0 ? usageDays.between(place, earlier[0]!, earlier.at(-1)!) : new Map()
}

/** AWS counts late: the day that has just ended may not be whole yet, so it's kept a day later. */
const stillMoving = 2

const finishedDays = ({ days, keys }: SeenUsage): KeptUsage =>
  new Map(
    days
      .slice(0, -stillMoving)
      .map((day, n) => [day, new Map([...keys].map(([keyId, pairs]) => [keyId, pairs[n]?.used ?? 0]))]),
  )
