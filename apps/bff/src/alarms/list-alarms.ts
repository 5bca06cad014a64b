import { toInstant } from '@callboard/shared-types/lib/instant'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { AlarmHistory, Alarms, StateSince } from '@callboard/shared-types/alarms/alarms.schemas'
import { isStatusMetric } from '@callboard/shared-types/alarms/status-metrics'
import { ruleOf, valuesOf } from '../aws/alarm-values.ts'
import { readAlarmsOf, readStateChanges, type StateChange } from '../aws/alarms.reader.ts'
import { readStage } from '../aws/stages.reader.ts'
import type { Ctx } from '../lib/context.ts'
import { statusTrouble } from './status-trouble.ts'
import { historyMs } from './two-weeks.ts'

/** @throws not_found */
export async function listAlarms(ctx: Ctx, address: StageAddress): Promise<Alarms> {
  const { alarms, stage } = await stageAlarms(ctx, address)
  const connection = ctx.connections.get(address.connection)
  const items = alarms.map(async (alarm) => {
    const rule = ruleOf(valuesOf(alarm))
    return {
      name: alarm.AlarmName ?? '',
      state: alarm.StateValue ?? 'INSUFFICIENT_DATA',
      reason: alarm.StateReason ?? '',
      since: toInstant((alarm.StateTransitionedTimestamp ?? alarm.StateUpdatedTimestamp)?.getTime() ?? 0),
      rule,
      looksAt: alarm.Metrics
        ? 'metric math'
        : `${alarm.Statistic ?? alarm.ExtendedStatistic ?? ''} ${alarm.MetricName}`,
      actionsEnabled: alarm.ActionsEnabled ?? true,
      trouble:
        rule && isStatusMetric(rule.metric) ? await statusTrouble(connection, address, stage, rule.metric) : null,
    }
  })
  return { items: await Promise.all(items), asOf: toInstant(ctx.clocks.worldMs()) }
}

async function stageAlarms(ctx: Ctx, address: StageAddress) {
  const connection = ctx.connections.get(address.connection)
  const stage = await readStage(connection, address.apiId, address.stage)
  return { alarms: await readAlarmsOf(connection, address, ctx.clocks.worldMs()), stage }
}

const hourMs = 3_600_000

/** @throws not_found */
export async function alarmHistory(ctx: Ctx, address: StageAddress): Promise<AlarmHistory> {
  const connection = ctx.connections.get(address.connection)
  const { alarms: found } = await stageAlarms(ctx, address)
  const now = ctx.clocks.worldMs()
  // From a full hour, so that everybody asks the same.
  const fromMs = Math.floor((now - historyMs) / hourMs) * hourMs
  const items = await Promise.all(
    found.map(
      async ({ AlarmName = '', StateValue = 'INSUFFICIENT_DATA', AlarmConfigurationUpdatedTimestamp: made }) => {
        const changes = await readStateChanges(connection, AlarmName, { fromMs, nowMs: now })
        const begin = changes[0]?.from ?? StateValue
        return {
          name: AlarmName,
          states: statesOf(changes, begin, Math.max(fromMs, changes[0] ? fromMs : (made?.getTime() ?? fromMs))),
        }
      },
    ),
  )
  return { from: toInstant(fromMs), to: toInstant(now), items }
}

const statesOf = (changes: StateChange[], begin: StateSince['state'], fromMs: number): StateSince[] => [
  { at: toInstant(fromMs), state: begin },
  ...changes.map(({ atMs, to }) => ({ at: toInstant(atMs), state: to })),
]
