import type { Dimension } from '@aws-sdk/client-cloudwatch'
import { hasCache } from '../execute-api/cache-policy.ts'
import { hasTraffic, type StageInForce, type Timeline } from '../world/timeline.ts'
import type { OutsideMinute } from '../world/outside-requests.ts'
import { metricKey, type MetricName } from './metric-name.ts'
import type { PointSource } from './read-points.ts'
import type { SampleRoute, Samples } from './samples.ts'

/** What was seen of a stage: its routes, whether a backend was reached, a cache served and a canary was called. */
type Seen = {
  apiName: string
  stageName: string
  routes: SampleRoute[]
  reachedBackend: boolean
  cached: boolean
  canary: boolean
}

/** The metrics of a place that have datapoints since an instant, each once. */
export function knownMetrics(source: PointSource, since: number): MetricName[] {
  const known = new Map<string, MetricName>()
  for (const seen of seenStages(source, since)) {
    for (const dimensions of dimensionSets(seen)) {
      for (const name of metricsOf(seen)) {
        const metric: MetricName = { namespace: 'AWS/ApiGateway', name, dimensions }
        known.set(metricKey(metric), metric)
      }
    }
  }
  for (const metric of [
    ...source.customMetrics.list(source.place, since),
    ...source.filteredMetrics.list(source, since),
  ])
    known.set(metricKey(metric), metric)
  return [...known.values()]
}

function* seenStages({ traffic, place, now, canaryMetrics }: PointSource, since: number): Iterable<Seen> {
  for (const timeline of traffic.timelinesOf(place)) {
    for (const stage of inForceSince(timeline, since)) {
      if (!hasTraffic(stage) || stage.from > now) continue
      const { production, canary } = traffic.waysOf(place, stage)
      const ways = [...production, ...canary]
      const { apiName, stageName } = stage
      yield {
        apiName,
        stageName,
        routes: ways.map(({ route }) => route),
        reachedBackend: ways.some(({ reachesBackend }) => reachesBackend),
        cached: hasCache(stage, stage.from),
        canary: canaryMetrics && canary.length > 0,
      }
    }
  }
  for (const minute of traffic.outsideOf(place)) {
    if (minute.at >= since) yield* minute.samples.map((samples) => seenOutside(minute, samples, canaryMetrics))
  }
}

function inForceSince({ entries }: Timeline, since: number): StageInForce[] {
  return entries.filter((_, index) => (entries[index + 1]?.from ?? Infinity) > since)
}

function seenOutside({ stageName }: OutsideMinute, samples: Samples, canaryMetrics: boolean): Seen {
  const { apiName, routes, length, hasCache: cached } = samples
  const any = (column: Uint16Array) => column.subarray(0, length).includes(1)
  return {
    apiName,
    stageName,
    routes,
    reachedBackend: any(samples.backend),
    cached,
    canary: canaryMetrics && any(samples.canary),
  }
}

/** `ApiName`; with `Stage`; with `Method` and `Resource` where detailed metrics are on (documented). */
function dimensionSets({ apiName, stageName, routes, canary }: Seen): Dimension[][] {
  const api = { Name: 'ApiName', Value: apiName }
  const stage = { Name: 'Stage', Value: stageName }
  const detailed = routes
    .filter((route) => route.detailed)
    .map(({ resource, verb }) => [api, { Name: 'Method', Value: verb }, { Name: 'Resource', Value: resource }, stage])
  const ofCanary = canary ? [[api, { Name: 'Stage', Value: `${stageName}/Canary` }]] : []
  return [[api], [api, stage], ...ofCanary, ...detailed]
}

const always = ['Count', '4XXError', '5XXError', 'Latency']

const metricsOf = ({ reachedBackend, cached }: Seen): string[] => [
  ...always,
  ...(reachedBackend ? ['IntegrationLatency'] : []),
  ...(cached ? ['CacheHitCount', 'CacheMissCount'] : []),
]
