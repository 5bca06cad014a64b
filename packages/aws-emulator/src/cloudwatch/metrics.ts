import { flag, type Samples } from './samples.ts'

/** A metric of a REST API's stage: its unit, and its value for one request, if the request has one. */
export type Metric = { unit: string; valueOf(samples: Samples, at: number): number | undefined }

const oneWhere = (bit: number): Metric => ({
  unit: 'Count',
  valueOf: (samples, at) => ((samples.flags[at] ?? 0) & bit ? 1 : 0),
})

/** The metrics that requests feed; 4XXError and 5XXError are 0 or 1 for each, so that Average is the rate (documented). */
export const metrics: Record<string, Metric> = {
  Count: { unit: 'Count', valueOf: () => 1 },
  '4XXError': oneWhere(flag.clientError),
  '5XXError': oneWhere(flag.serverError),
  Latency: { unit: 'Milliseconds', valueOf: (samples, at) => samples.latency[at] },
  /** Only of requests that reached a backend (documented). */
  IntegrationLatency: {
    unit: 'Milliseconds',
    valueOf: (samples, at) => ((samples.flags[at] ?? 0) & flag.backend ? samples.integrationLatency[at] : undefined),
  },
}
