/** Fewer calls than this on either side say nothing about a rate. */
const enoughCalls = 200

/** In standard errors: beyond it two equal rates would differ once in about 370 looks. */
const clearly = 3

interface Side {
  calls: number | null
  errors: number | null
}

/** What the rates of both sides say of each other, by the usual test of two proportions; null without data. */
export function rateVerdict(base: Side, canary: Side): string | null {
  if (base.calls === null || canary.calls === null) return null
  const fewest = Math.min(base.calls, canary.calls)
  if (fewest < enoughCalls) return `too few calls to tell: ${Math.round(fewest)} of ${enoughCalls}`
  const [p, q] = [(canary.errors ?? 0) / canary.calls, (base.errors ?? 0) / base.calls]
  const pooled = ((canary.errors ?? 0) + (base.errors ?? 0)) / (canary.calls + base.calls)
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / canary.calls + 1 / base.calls))
  const distance = error === 0 ? 0 : (p - q) / error
  if (distance > clearly) return 'the canary fails more'
  return distance < -clearly ? 'the canary fails less' : 'no difference seen'
}
