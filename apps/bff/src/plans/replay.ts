import { quotaWindow, type Quota, type Throttle } from '@callboard/shared-types/plans/plan-rules'

/** A call with a key, as the access log has it. */
export interface LoggedCall {
  atMs: number
  keyId: string
  /** AWS's key of the method in a plan, such as `/pets/GET`. */
  method: string
}

/** A plan's limits on one stage, as they might be. */
export interface ProposedLimits {
  throttle: Throttle | null
  quota: Quota | null
  methods: Record<string, Throttle>
}

export type Verdict = 'passes' | 'throttled' | 'quota'

/** Sums of fractions of milliseconds fall a little short of the whole that they are. */
const roundingMs = 1e-6

/**
 * Whether calls come too fast, by when the next one is due if they came evenly (the generic cell rate algorithm, ITU-T I.371): the same
 * answers as a bucket that holds `burstLimit` and gets `rateLimit` back a second.
 */
class Gauge {
  #dueMs = -Infinity

  takes({ rateLimit, burstLimit }: Throttle, atMs: number): boolean {
    if (rateLimit <= 0 || burstLimit < 1) return false
    const apartMs = 1_000 / rateLimit
    const aheadMs = (burstLimit - 1) * apartMs
    if (atMs < this.#dueMs - aheadMs - roundingMs) return false
    this.#dueMs = Math.max(this.#dueMs, atMs) + apartMs
    return true
  }
}

/**
 * What the gateway would have answered to each call under other limits (usage plan facts, 3.3 and 3.4): a gauge for each key, one of its
 * own for a method that the plan limits, then the key's quota, of which only calls that pass are counted.
 * @param usedBefore what each key had used of its period before the first call
 */
export function replay(
  calls: LoggedCall[],
  { throttle, quota, methods }: ProposedLimits,
  usedBefore: ReadonlyMap<string, number> = new Map(),
): Verdict[] {
  const gauges = new Map<string, Gauge>()
  const used = new Map<string, { fromMs: number; count: number }>()
  const firstMs = calls[0]?.atMs ?? 0

  function tooFast({ keyId, method, atMs }: LoggedCall): boolean {
    const own = Object.hasOwn(methods, method) ? methods[method] : undefined
    const limit = own ?? throttle
    if (!limit) return false
    const name = own ? `${keyId} ${method}` : keyId
    const gauge = gauges.get(name) ?? new Gauge()
    gauges.set(name, gauge)
    return !gauge.takes(limit, atMs)
  }

  function usedUp({ keyId, atMs }: LoggedCall): boolean {
    if (!quota) return false
    const { fromMs } = quotaWindow(quota, atMs)
    const isFirst = fromMs === quotaWindow(quota, firstMs).fromMs
    const period = used.get(keyId)
    const now = period?.fromMs === fromMs ? period : { fromMs, count: isFirst ? (usedBefore.get(keyId) ?? 0) : 0 }
    used.set(keyId, now)
    if (now.count >= quota.limit) return true
    now.count++
    return false
  }

  return calls.map((call) => (tooFast(call) ? 'throttled' : usedUp(call) ? 'quota' : 'passes'))
}
