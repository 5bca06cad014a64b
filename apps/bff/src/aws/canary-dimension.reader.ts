import { ListMetricsCommand, type ListMetricsOutput } from '@aws-sdk/client-cloudwatch'
import type { AwsConnection } from './connections.ts'
import { metricApiName } from './metrics.reader.ts'

const freshForMs = 5 * 60_000

/**
 * The stage name under which CloudWatch has the metrics of a stage's canary. AWS documents no such dimension, so it is
 * looked for: `prod/Canary` for `prod` (canary 2.5).
 * @returns undefined where there is none
 */
export const findCanaryDimension = (
  { cache, metrics }: AwsConnection,
  apiName: string,
  stage: string,
): Promise<string | undefined> =>
  cache.read('canary-dimension', `${apiName}/${stage}`, freshForMs, async () => {
    const { Metrics = [] } = await metrics.read<ListMetricsOutput & { $metadata: object }>(
      () =>
        new ListMetricsCommand({
          Namespace: 'AWS/ApiGateway',
          MetricName: 'Count',
          Dimensions: [{ Name: 'ApiName', Value: metricApiName(apiName) }, { Name: 'Stage' }],
        }),
    )
    return Metrics.flatMap(({ Dimensions = [] }) => Dimensions)
      .filter(({ Name }) => Name === 'Stage')
      .map(({ Value }) => Value ?? '')
      .find((value) => value.startsWith(`${stage}/`) && /canary$/i.test(value))
  })
