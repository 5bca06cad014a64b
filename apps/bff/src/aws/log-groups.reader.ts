import { DescribeLogGroupsCommand, type DescribeLogGroupsResponse } from '@aws-sdk/client-cloudwatch-logs'
import type { AwsConnection } from './connections.ts'

const freshForMs = 30_000

/** A write to a log group drops this. */
export const logGroupsScope = 'log-groups'

export interface SeenLogGroup {
  name: string
  retentionDays: number | null
  storedBytes: number | null
}

/** A log group and those whose names begin with its name, such as its canary's. */
export const readLogGroups = ({ logs, cache }: AwsConnection, prefix: string): Promise<SeenLogGroup[]> =>
  cache.read(logGroupsScope, prefix, freshForMs, async () => {
    const { logGroups = [] } = await logs.read<DescribeLogGroupsResponse & { $metadata: object }>(
      () => new DescribeLogGroupsCommand({ logGroupNamePrefix: prefix, limit: 50 }),
    )
    return logGroups.map(({ logGroupName = '', retentionInDays, storedBytes }) => ({
      name: logGroupName,
      retentionDays: retentionInDays ?? null,
      storedBytes: storedBytes ?? null,
    }))
  })
