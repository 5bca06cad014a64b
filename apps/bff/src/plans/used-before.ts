import { quotaWindow, type Quota } from '@callboard/shared-types/plans/plan-rules'
import { dayStartMs } from '@callboard/shared-types/plans/usage-days'
import type { AwsConnection } from '../aws/connections.ts'
import { readUsage } from '../aws/usage.reader.ts'
import type { Ctx } from '../lib/context.ts'
import { AppError } from '../lib/errors.ts'

const dayMs = 86_400_000
const longestPeriod = 31

/**
 * What keys had used of a quota's period before an instant, by AWS's count of whole days; of the instant's own day, its share of
 * that day: AWS doesn't count by the hour.
 */
export async function usedBefore(
  { clocks }: Pick<Ctx, 'clocks'>,
  connection: AwsConnection,
  planId: string,
  quota: Quota,
  atMs: number,
): Promise<Map<string, number>> {
  const { fromMs } = quotaWindow(quota, atMs)
  if (fromMs === atMs) return new Map()
  try {
    const nowMs = clocks.worldMs()
    const { days, keys } = await readUsage(connection, planId, longestPeriod + 3, nowMs)
    const shares = days.map((day) => {
      const startMs = dayStartMs(day)
      if (startMs < fromMs || startMs >= atMs) return 0
      const lengthMs = Math.min(dayMs, nowMs - startMs)
      return Math.min(1, (atMs - startMs) / lengthMs)
    })
    return new Map(
      [...keys].map(([id, used]) => [id, Math.round(used.reduce((sum, of, n) => sum + of.used * shares[n]!, 0))]),
    )
  } catch (error) {
    if (error instanceof AppError) return new Map()
    throw error
  }
}
