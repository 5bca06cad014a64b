import type { Column, Samples } from './samples.ts'

/** A metric of a REST API's stage: its unit, and its value for each of some requests. */
export type Metric = {
  unit: string
  /** Without it requests of every stage count. */
  appliesTo?(samples: Samples): boolean
  /** Without it the value is 1 for every request. */
  valuesOf?(samples: Samples): Column
  /** Without it every request has a value, else those that have a 1. */
  onlyWhere?(samples: Samples): Column
  /** Its values are those of the column `latency`. */
  isLatency?: boolean
}

/** The metrics that requests feed; 4XXError and 5XXError are 0 or 1 for each, so that Average is the rate (documented). */
export const metrics: Record<string, Metric> = {
  Count: { unit: 'Count' },
  '4XXError': { unit: 'Count', valuesOf: ({ clientError }) => clientError },
  '5XXError': { unit: 'Count', valuesOf: ({ serverError }) => serverError },
  Latency: { unit: 'Milliseconds', valuesOf: ({ latency }) => latency, isLatency: true },
  /** Only of requests that reached a backend (documented). */
  IntegrationLatency: {
    unit: 'Milliseconds',
    valuesOf: ({ integrationLatency }) => integrationLatency,
    onlyWhere: ({ backend }) => backend,
  },
  /** 0 or 1 for every request of a stage with a cache, so that Average is the rate over all of them (documented). */
  CacheHitCount: { unit: 'Count', appliesTo: ({ hasCache }) => hasCache, valuesOf: ({ cacheHit }) => cacheHit },
  CacheMissCount: { unit: 'Count', appliesTo: ({ hasCache }) => hasCache, valuesOf: ({ cacheMiss }) => cacheMiss },
}
