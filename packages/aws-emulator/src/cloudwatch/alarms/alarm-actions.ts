import type { DisableAlarmActionsInput, EnableAlarmActionsInput } from '@aws-sdk/client-cloudwatch'
import type { RpcContext } from '../../protocol/rpc-call.ts'
import { alarmKind, putAlarm, type AlarmRecord } from './alarm-record.ts'

/** Actions reach nothing, but that they are run is in the history. Names that aren't there are passed over (guessed). */
export const enableAlarmActions = (context: RpcContext, { AlarmNames = [] }: EnableAlarmActionsInput) =>
  setActions(context, AlarmNames, true)

export const disableAlarmActions = (context: RpcContext, { AlarmNames = [] }: DisableAlarmActionsInput) =>
  setActions(context, AlarmNames, false)

function setActions({ unit }: RpcContext, names: string[], enabled: boolean): void {
  for (const name of names) {
    const alarm = unit.get<AlarmRecord>(alarmKind, name)
    if (alarm) putAlarm(unit, { ...alarm, definition: { ...alarm.definition, ActionsEnabled: enabled } })
  }
}
