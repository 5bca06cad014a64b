import {
  DescribeAlarmHistoryCommand,
  DescribeAlarmsCommand,
  type DescribeAlarmHistoryOutput,
  type DescribeAlarmsOutput,
  type Dimension,
  type MetricAlarm,
} from '@aws-sdk/client-cloudwatch'
import type { AlarmState } from '@callboard/shared-types/alarms/alarms.schemas'
import type { Priority } from './call-budget.ts'
import type { AwsConnection } from './connections.ts'
import { metricApiName } from './metrics.reader.ts'
import { readRestApi } from './rest-apis.reader.ts'
import { statusNamespace, statusOfMetric, type StatusPlace } from './status-metric.ts'

/** A write to an alarm drops this. */
export const alarmsScope = 'alarms'

const freshForMs = 15_000
const mostPages = 100

/** Alarms are judged at each full minute of the world: what was read before it is no longer so. */
const minuteOf = (nowMs: number) => Math.floor(nowMs / 60_000)

/** Every metric alarm of the account and region, in one list for everybody. @param nowMs world time */
export const readAlarms = (connection: AwsConnection, nowMs: number): Promise<MetricAlarm[]> =>
  connection.cache.read(alarmsScope, `list/${minuteOf(nowMs)}`, freshForMs, () => fetchAlarms(connection, 'read'))

/** Those that look at a stage. @throws not_found */
export async function readAlarmsOf(
  connection: AwsConnection,
  place: StatusPlace,
  nowMs: number,
): Promise<MetricAlarm[]> {
  const { name: apiName } = await readRestApi(connection, place.apiId)
  return (await readAlarms(connection, nowMs)).filter((alarm) => isOfStage(alarm, { ...place, apiName }))
}

/** Every metric alarm of the account and region, past the cache. */
export async function fetchAlarms({ metrics }: AwsConnection, as: Priority): Promise<MetricAlarm[]> {
  const all: MetricAlarm[] = []
  let NextToken: string | undefined
  for (let n = 0; n < mostPages; n++) {
    const token = NextToken
    const page: DescribeAlarmsOutput & { $metadata: object } = await metrics.read(
      () => new DescribeAlarmsCommand({ AlarmTypes: ['MetricAlarm'], MaxRecords: 100, NextToken: token }),
      as,
    )
    all.push(...(page.MetricAlarms ?? []))
    NextToken = page.NextToken
    if (NextToken === undefined || NextToken === token) break
  }
  return all
}

/**
 * Whether an alarm looks at a stage, at one of its routes or at a status that is counted of it: REST metrics go by the API's
 * name (metrics 5.1).
 */
export function isOfStage(
  { Namespace, MetricName, Dimensions = [], Metrics = [] }: MetricAlarm,
  { apiId, apiName, stage }: AlarmPlace,
) {
  const name = metricApiName(apiName)
  if (Namespace === statusNamespace) return statusOfMetric({ apiId, stage }, MetricName) !== null
  const fits = (namespace: string | undefined, dimensions: Dimension[]) =>
    namespace === 'AWS/ApiGateway' &&
    dimensions.some(({ Name, Value }) => Name === 'ApiName' && Value === name) &&
    dimensions.some(({ Name, Value }) => Name === 'Stage' && Value === stage)
  return (
    fits(Namespace, Dimensions) ||
    Metrics.some(({ MetricStat: of }) => fits(of?.Metric?.Namespace, of?.Metric?.Dimensions ?? []))
  )
}

/** A stage as its alarms name it. */
export interface AlarmPlace {
  apiId: string
  apiName: string
  stage: string
}

export interface StateChange {
  atMs: number
  from: AlarmState
  to: AlarmState
}

const isState = (text: unknown): text is AlarmState => text === 'OK' || text === 'ALARM' || text === 'INSUFFICIENT_DATA'

/** When an alarm went from one state to another, oldest first; AWS keeps 30 days of it. */
export const readStateChanges = (
  { metrics, cache }: AwsConnection,
  alarmName: string,
  { fromMs, nowMs }: { fromMs: number; nowMs: number },
): Promise<StateChange[]> =>
  cache.read(alarmsScope, `history/${alarmName}/${fromMs}/${minuteOf(nowMs)}`, 60_000, async () => {
    const found: StateChange[] = []
    let NextToken: string | undefined
    for (let n = 0; n < mostPages; n++) {
      const token = NextToken
      const page: DescribeAlarmHistoryOutput & { $metadata: object } = await metrics.read(
        () =>
          new DescribeAlarmHistoryCommand({
            AlarmName: alarmName,
            HistoryItemType: 'StateUpdate',
            StartDate: new Date(fromMs),
            ScanBy: 'TimestampAscending',
            MaxRecords: 100,
            NextToken: token,
          }),
      )
      for (const { Timestamp, HistoryData, HistorySummary } of page.AlarmHistoryItems ?? []) {
        const states = statesIn(HistoryData, HistorySummary)
        if (Timestamp && states) found.push({ atMs: Timestamp.getTime(), ...states })
      }
      NextToken = page.NextToken
      if (NextToken === undefined || NextToken === token) break
    }
    return found
  })

/** By the item's data, else by its sentence, `Alarm updated from OK to ALARM`. */
function statesIn(data: string | undefined, summary = ''): { from: AlarmState; to: AlarmState } | null {
  try {
    const { oldState, newState } = JSON.parse(data ?? '') as Record<string, { stateValue?: unknown } | undefined>
    const [from, to] = [oldState?.stateValue, newState?.stateValue]
    if (isState(from) && isState(to)) return { from, to }
  } catch {
    // The sentence has it too.
  }
  const [, from, to] = /from (\w+) to (\w+)/.exec(summary) ?? []
  return isState(from) && isState(to) ? { from, to } : null
}
