import { statusMetrics, type StatusMetric } from '@callboard/shared-types/alarms/status-metrics'

/** Where the counts of statuses are published; AWS keeps namespaces that begin with `AWS/` for itself. */
export const statusNamespace = 'Callboard/ApiGateway'

/** By its id, as the filter counts one stage's log: APIs of one name aren't mixed up. */
export interface StatusPlace {
  apiId: string
  stage: string
}

export const statusMetricName = ({ apiId, stage }: StatusPlace, status: string) => `${apiId}/${stage}/${status}`
export const statusFilterName = (place: StatusPlace, status: string) => `callboard/${statusMetricName(place, status)}`

/** The status that a metric counts of a stage; null for one of something else. */
export const statusOfMetric = (place: StatusPlace, metricName: string | undefined): StatusMetric | null =>
  statusMetrics.find((status) => statusMetricName(place, status) === metricName) ?? null

/** A metric filter that counts a status. */
export interface StatusFilter {
  logGroup: string
  pattern: string
}
