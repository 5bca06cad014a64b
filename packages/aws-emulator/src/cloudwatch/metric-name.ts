import type { Dimension } from '@aws-sdk/client-cloudwatch'

/** What a metric is known by: the order of its dimensions doesn't matter. */
export type MetricName = { namespace: string; name: string; dimensions: Dimension[] }

export const dimensionsKey = (dimensions: Dimension[]): string =>
  JSON.stringify(dimensions.map(({ Name, Value }) => [Name, Value]).toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)))

export const metricKey = ({ namespace, name, dimensions }: MetricName): string =>
  `${namespace}\n${name}\n${dimensionsKey(dimensions)}`
