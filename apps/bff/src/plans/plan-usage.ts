import { ownerTag } from '@callboard/shared-types/keys/key-rules'
import { toInstant } from '@callboard/shared-types/lib/instant'
import { daysUntil } from '@callboard/shared-types/plans/usage-days'
import { forecastQuota, trendOf } from '@callboard/shared-types/plans/usage-forecast'
import type { KeyUsage, PlanUsage } from '@callboard/shared-types/plans/usage.schemas'
import { readApiKeys } from '../aws/api-keys.reader.ts'
import { quotaOf, readPlanKeyIds, readUsagePlan } from '../aws/usage-plans.reader.ts'
import type { Ctx } from '../lib/context.ts'
import { usageOver } from './usage-over.ts'

/** @throws not_found */
export async function planUsage(
  ctx: Ctx,
  input: { connection: string; planId: string; days: number },
): Promise<PlanUsage> {
  const connection = ctx.connections.get(input.connection)
  const nowMs = ctx.clocks.worldMs()
  const plan = await readUsagePlan(connection, input.planId)
  const [usage, keyIds, all] = await Promise.all([
    usageOver(ctx, connection, plan.id, input.days),
    readPlanKeyIds(connection, plan.id),
    readApiKeys(connection),
  ])
  const known = new Map(all.map((key) => [key.id, key]))
  const inPlan = new Set(keyIds)
  const quota = quotaOf(plan)
  const days = daysUntil(nowMs, input.days)
  const keys = [...new Set([...keyIds, ...usage.keys.keys()])].map((keyId): KeyUsage => {
    const { used, remaining } = usage.of(keyId)
    const key = known.get(keyId)
    const shown = used.slice(-input.days)
    // A key that never called isn't in AWS's answer, and has all of its quota left.
    const left = remaining ?? (inPlan.has(keyId) ? quota?.limit : undefined)
    const forecast = quota && left !== undefined ? forecastQuota(quota, { days: usage.days, used }, left, nowMs) : null
    return {
      keyId,
      name: key?.name ?? '',
      owner: key?.tags[ownerTag] ?? null,
      gone: !inPlan.has(keyId),
      enabled: key?.enabled ?? false,
      used: shown,
      total: shown.reduce<number>((sum, value) => sum + (value ?? 0), 0),
      quota: forecast && {
        from: toInstant(forecast.fromMs),
        to: toInstant(forecast.toMs),
        limit: quota!.limit,
        used: forecast.used,
        remaining: forecast.remaining,
        pacePerDay: forecast.pacePerDay,
        runsOutAt: forecast.runsOutMs === null ? null : toInstant(forecast.runsOutMs),
      },
      trend: trendOf(shown),
    }
  })
  return {
    planId: plan.id,
    from: days[0]!,
    days: input.days,
    used: days.map((_, n) => sumOf(keys.map(({ used }) => used[n] ?? null))),
    keys: keys.toSorted((a, b) => b.total - a.total || a.name.localeCompare(b.name)),
    asOf: toInstant(nowMs),
  }
}

function sumOf(values: (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0)
}
