import type { AwsConnection } from '../aws/connections.ts'
import { readUsage } from '../aws/usage.reader.ts'
import type { Ctx } from '../lib/context.ts'
import { AppError } from '../lib/errors.ts'

/** Today and yesterday: AWS counts minutes late. */
const days = 2

const whole = new Intl.NumberFormat('en')

/** How often a key was called with, yesterday and today, for a plan; null where AWS doesn't tell. */
export async function usedLately(
  { clocks }: Pick<Ctx, 'clocks'>,
  connection: AwsConnection,
  planIds: string[],
  keyId: string,
): Promise<{ calls: number; words: string } | null> {
  try {
    const usages = await Promise.all(planIds.map((id) => readUsage(connection, id, days, clocks.worldMs())))
    const used = usages.flatMap((usage) => usage.keys.get(keyId)?.map((day) => day.used) ?? [])
    const calls = used.reduce((sum, of) => sum + of, 0)
    return { calls, words: `${calls === 0 ? 'no' : whole.format(calls)} calls yesterday and today` }
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}
