import type { Present } from '../changes/wish.ts'
import type { Ctx } from '../lib/context.ts'
import { callsPerMinute, trafficNow } from '../lib/traffic-now.ts'

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })

/** @param lost whether what the cache answers now will reach the backend instead */
export async function hitsNow(ctx: Ctx, present: Present, lost: boolean): Promise<string[]> {
  const [calls, hits] = await Promise.all([
    trafficNow(ctx, present),
    lost ? callsPerMinute(ctx, present, 'CacheHitCount').catch(() => null) : null,
  ])
  if (!lost) return calls
  if (hits === null) return [...calls, 'how many of them the cache answers is unknown']
  return [
    ...calls,
    `${whole.format(hits)} a minute, which the cache answers now, reach the backend until it is full again`,
  ]
}
