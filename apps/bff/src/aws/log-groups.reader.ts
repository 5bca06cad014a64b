import { DescribeLogGroupsCommand, type DescribeLogGroupsResponse } from '@aws-sdk/client-cloudwatch-logs'
import { stageGroups } from './stage-log-groups.ts'
import type { SeenStage } from './seen-stage.ts'
import type { Priority } from './call-budget.ts'
import type { AwsConnection } from './connections.ts'

const freshForMs = 30_000

/** A write to a log group drops this. */
export const logGroupsScope = 'log-groups'

export interface SeenLogGroup {
  name: string
  retentionDays: number | null
  storedBytes: number | null
  createdMs: number
}

/** A log group and those whose names begin with its name, such as its canary's. */
export const readLogGroups = ({ logs, cache }: AwsConnection, prefix: string): Promise<SeenLogGroup[]> =>
  cache.read(logGroupsScope, prefix, freshForMs, () => fetchLogGroups({ logs }, prefix, 'read'))

async function fetchLogGroups({ logs }: Pick<AwsConnection, 'logs'>, prefix: string, as: Priority) {
  const { logGroups = [] } = await logs.read<DescribeLogGroupsResponse & { $metadata: object }>(
    () => new DescribeLogGroupsCommand({ logGroupNamePrefix: prefix, limit: 50 }),
    as,
  )
  return logGroups.map(({ logGroupName = '', retentionInDays, storedBytes, creationTime }): SeenLogGroup => ({
    name: logGroupName,
    retentionDays: retentionInDays ?? null,
    storedBytes: storedBytes ?? null,
    createdMs: creationTime ?? 0,
  }))
}

/** How many days a stage's log groups are kept, past the cache; those kept for ever aren't in it. */
export async function fetchRetention(connection: AwsConnection, apiId: string, { name, config }: SeenStage) {
  const groups = stageGroups(apiId, name, config)
  const found = await Promise.all(groups.map((group) => fetchLogGroups(connection, group.name, 'write')))
  const isOurs = (group: SeenLogGroup) => groups.some((one) => one.name === group.name)
  return Object.fromEntries(
    found
      .flat()
      .flatMap((group) => (isOurs(group) && group.retentionDays !== null ? [[group.name, group.retentionDays]] : [])),
  )
}
