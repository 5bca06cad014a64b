import type {
  DescribeAlarmsForMetricInput,
  DescribeAlarmsForMetricOutput,
  DescribeAlarmsInput,
  DescribeAlarmsOutput,
  MetricAlarm,
} from '@aws-sdk/client-cloudwatch'
import { dateOf } from '../../lib/clock.ts'
import { UnitOfWork, type Place } from '../../lib/store.ts'
import type { RpcContext } from '../../protocol/rpc-call.ts'
import { dimensionsKey } from '../metric-name.ts'
import { pageOf } from '../next-token.ts'
import { alarmArn, alarmsOf, type AlarmRecord } from './alarm-record.ts'
import { evaluateAlarms } from './evaluate-alarms.ts'

const defaultPage = 50

/** Metric alarms only: composite ones aren't built, and none are there. In the order of their names (guessed). */
export function describeAlarms(context: RpcContext, input: DescribeAlarmsInput): DescribeAlarmsOutput {
  const { AlarmNames, AlarmNamePrefix = '', AlarmTypes, StateValue, ActionPrefix, MaxRecords, NextToken } = input
  const found = upToDate(context).filter(
    ({ definition, state }) =>
      (AlarmNames === undefined || AlarmNames.includes(definition.AlarmName)) &&
      definition.AlarmName.startsWith(AlarmNamePrefix) &&
      (StateValue ?? state.value) === state.value &&
      (ActionPrefix === undefined || actionsOf(definition).some((action) => action.startsWith(ActionPrefix))),
  )
  const wanted = AlarmTypes === undefined || AlarmTypes.includes('MetricAlarm') ? found : []
  const { items, next } = pageOf(wanted, NextToken, MaxRecords ?? defaultPage)
  return { MetricAlarms: items.map((alarm) => toAlarm(context.place, alarm)), CompositeAlarms: [], NextToken: next }
}

/** Alarms on exactly this metric, those with math not among them (documented). */
export function describeAlarmsForMetric(
  context: RpcContext,
  input: DescribeAlarmsForMetricInput,
): DescribeAlarmsForMetricOutput {
  const key = dimensionsKey(input.Dimensions ?? [])
  const found = upToDate(context).filter(
    ({ definition: alarm }) =>
      alarm.MetricName === input.MetricName &&
      alarm.Namespace === input.Namespace &&
      dimensionsKey(alarm.Dimensions ?? []) === key &&
      (input.Statistic ?? alarm.Statistic) === alarm.Statistic &&
      (input.ExtendedStatistic ?? alarm.ExtendedStatistic) === alarm.ExtendedStatistic &&
      (input.Period ?? alarm.Period) === alarm.Period &&
      (input.Unit ?? alarm.Unit) === alarm.Unit,
  )
  return { MetricAlarms: found.map((alarm) => toAlarm(context.place, alarm)) }
}

/** The alarms as they are at this minute. */
function upToDate({ emulator, place }: RpcContext): AlarmRecord[] {
  evaluateAlarms(emulator, place)
  const byName = (a: AlarmRecord, b: AlarmRecord) => (a.definition.AlarmName < b.definition.AlarmName ? -1 : 1)
  return alarmsOf(new UnitOfWork(emulator.store, place)).toSorted(byName)
}

const actionsOf = ({ AlarmActions = [], OKActions = [], InsufficientDataActions = [] }: AlarmRecord['definition']) => [
  ...AlarmActions,
  ...OKActions,
  ...InsufficientDataActions,
]

function toAlarm(place: Place, { definition, state, ...alarm }: AlarmRecord): MetricAlarm {
  const { Tags: _, ...described } = definition
  return {
    OKActions: [],
    AlarmActions: [],
    InsufficientDataActions: [],
    Dimensions: definition.Metrics ? undefined : [],
    ...described,
    AlarmArn: alarmArn(place, definition.AlarmName),
    AlarmConfigurationUpdatedTimestamp: dateOf(alarm.configuredAt / 1000),
    StateValue: state.value,
    StateReason: state.reason,
    StateReasonData: state.data,
    StateUpdatedTimestamp: dateOf(alarm.stateSince / 1000),
    StateTransitionedTimestamp: dateOf(alarm.transitionedAt / 1000),
  }
}
