import { metricUsd } from '../aws/metric-price.ts'
import type { SeriesQuery } from '../aws/metrics.reader.ts'

type Asked = Pick<SeriesQuery, 'metric' | 'stat'>

/** AWS's own statistic of each (metrics 5.1): a rate is the average of a metric's ones and zeros. */
export const chartQueries = {
  calls: { metric: 'Count', stat: 'Sum' },
  errors4xxRate: { metric: '4XXError', stat: 'Average' },
  errors4xxCount: { metric: '4XXError', stat: 'Sum' },
  errors5xxRate: { metric: '5XXError', stat: 'Average' },
  errors5xxCount: { metric: '5XXError', stat: 'Sum' },
  latencyP50Ms: { metric: 'Latency', stat: 'p50' },
  latencyP90Ms: { metric: 'Latency', stat: 'p90' },
  latencyP99Ms: { metric: 'Latency', stat: 'p99' },
  latencySumMs: { metric: 'Latency', stat: 'Sum' },
  integrationP50Ms: { metric: 'IntegrationLatency', stat: 'p50' },
  integrationP90Ms: { metric: 'IntegrationLatency', stat: 'p90' },
  integrationP99Ms: { metric: 'IntegrationLatency', stat: 'p99' },
  integrationSumMs: { metric: 'IntegrationLatency', stat: 'Sum' },
  cacheHits: { metric: 'CacheHitCount', stat: 'Sum' },
  cacheMisses: { metric: 'CacheMissCount', stat: 'Sum' },
} as const satisfies Record<string, Asked>

/** Asked for over the whole range: sums are added up from the points, a percentile can't be. */
export const totalQueries = {
  latencyP50Ms: chartQueries.latencyP50Ms,
  latencyP90Ms: chartQueries.latencyP90Ms,
  latencyP99Ms: chartQueries.latencyP99Ms,
} as const

export const canaryQueries = {
  calls: { metric: 'Count', stat: 'Sum' },
  errors4xx: { metric: '4XXError', stat: 'Sum' },
  errors5xx: { metric: '5XXError', stat: 'Sum' },
  latencyP99Ms: { metric: 'Latency', stat: 'p99' },
} as const satisfies Record<string, Asked>

export const askingCost = (metrics: number, everySeconds: number) => ({
  metrics,
  // Without the noise of a binary fraction.
  usd: Number((metrics * metricUsd).toFixed(8)),
  everySeconds,
})
