/** Statuses that CloudWatch has no metric of: a metric filter on the stage's access log counts them. */
export const statusMetrics = ['429', '502', '503', '504'] as const
export type StatusMetric = (typeof statusMetrics)[number]

export const isStatusMetric = (metric: string): metric is StatusMetric =>
  (statusMetrics as readonly string[]).includes(metric)
