import { demoAccount, region, type TestApp } from './test-app.ts'

/** One request as the emulator's world has it, before any metric is made of it. */
export interface RawRequest {
  at: number
  method: string
  resource: string | undefined
  status: number
  latencyMs: number
  integrationLatencyMs: number | undefined
  isCanary: boolean
  cache: 'hit' | 'miss' | 'neither'
}

const minuteMs = 60_000

/** Every request of a stage in whole minutes, one by one: what independent figures are computed from. */
export function rawRequests(
  { emulator }: TestApp,
  apiId: string,
  stage: string,
  from: number,
  to: number,
): RawRequest[] {
  const { traffic } = emulator.emulator
  const place = { account: demoAccount, region }
  const timeline = traffic
    .timelinesOf(place)
    .find(({ entries }) => entries.some((entry) => entry.apiId === apiId && entry.stageName === stage))
  if (!timeline) throw new Error(`No traffic of ${apiId}/${stage}`)
  const requests: RawRequest[] = []
  for (let minute = from; minute < to; minute += minuteMs)
    for (const { at, pool, pick } of traffic.plannedIn(place, timeline, minute)) {
      const { samples } = pool
      const route = samples.routes[samples.route[pick]!]!
      requests.push({
        at,
        method: route.verb ?? '',
        resource: route.resource,
        status: samples.endings[samples.ending[pick]!]!.status,
        latencyMs: samples.latency[pick]!,
        integrationLatencyMs: samples.backend[pick] === 1 ? samples.integrationLatency[pick]! : undefined,
        isCanary: samples.canary[pick] === 1,
        cache: samples.cacheHit[pick] === 1 ? 'hit' : samples.cacheMiss[pick] === 1 ? 'miss' : 'neither',
      })
    }
  return requests
}

/** By the nearest rank. @param share such as 0.99 */
export function percentile(values: number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null
}
