import type { StageConfig } from '@callboard/shared-types/stages/stages.schemas'
import { readAccessFormat, type AccessFormat } from '../aws/access-format.ts'
import type { AwsConnection } from '../aws/connections.ts'
import { askInsights } from '../aws/insights.reader.ts'
import { fieldFor, parseCommands, quotedField } from '../aws/insights-fields.ts'
import { accessDestination } from '../aws/stage-log-groups.ts'
import { isAppError } from '../lib/errors.ts'

/** What is known of the calls of one side; null where there is no data. */
export interface Side {
  calls: number | null
  errors5xx: number | null
  errors4xx: number | null
  p50Ms: number | null
  p99Ms: number | null
}

const hourSeconds = 3_600

/** Logs Insights costs by what it looks through, so the same hour serves everybody for this long. */
const freshForMs = 5 * 60_000

const patienceMs = 20_000

/**
 * All calls of the last hour and those of the canary, by the stage's access log and the canary's own group beside it.
 * @returns undefined where there is no access log in a group, its lines don't say the status, or the canary has none
 */
export async function sidesInLog(connection: AwsConnection, config: StageConfig, worldMs: number) {
  const destination = accessDestination(config)
  const format = readAccessFormat(config.accessLogSettings?.format ?? '')
  if (destination.kind !== 'group' || !format || !fieldFor(format, 'status')) return undefined
  const toMs = Math.floor(worldMs / freshForMs) * freshForMs
  const canaryGroup = `${destination.name}/Canary`
  const [all, canary] = await Promise.all(
    [destination.name, canaryGroup].map((group) =>
      connection.cache.read('canary-log', `${group}/${toMs}`, freshForMs, () =>
        sideOf(connection, format, group, toMs / 1_000),
      ),
    ),
  )
  return all && canary && { all, canary, group: canaryGroup }
}

async function sideOf(connection: AwsConnection, format: AccessFormat, group: string, toSeconds: number) {
  const ask = async (stats: string): Promise<Record<string, string>[] | undefined> => {
    const query = [...parseCommands(format), stats].join('\n| ')
    const question = { group, query, fromSeconds: toSeconds - hourSeconds, toSeconds: toSeconds - 1 }
    const answer = await askInsights(connection, question, { patienceMs }).catch((error: unknown) => {
      if (isAppError(error, 'aws_refused') && error.data.awsName === 'ResourceNotFoundException') return undefined
      throw error
    })
    return answer?.state === 'complete' ? answer.rows : undefined
  }
  const status = fieldFor(format, 'status')!
  const latency = fieldFor(format, 'responseLatency')
  const [counts, times] = await Promise.all([
    ask(`stats count(*) as n by ${quotedField(status)}`),
    latency ? ask(`stats pct(${quotedField(latency)}, 50) as p50, pct(${quotedField(latency)}, 99) as p99`) : [],
  ])
  if (!counts) return undefined
  const sum = (from: number, below: number) =>
    counts
      .filter((row) => Number(row[status]) >= from && Number(row[status]) < below)
      .reduce((total, { n }) => total + Number(n), 0)
  return {
    calls: sum(0, Infinity),
    errors5xx: sum(500, 600),
    errors4xx: sum(400, 500),
    p50Ms: numberOf(times?.[0]?.['p50']),
    p99Ms: numberOf(times?.[0]?.['p99']),
  } satisfies Side
}

const numberOf = (text: string | undefined) => (text === undefined || text === '' ? null : Number(text))
