import type { DeleteAlarmsInput } from '@aws-sdk/client-cloudwatch'
import type { RpcContext } from '../../protocol/rpc-call.ts'
import { historyKind } from './alarm-history.ts'
import { alarmKind, findAlarm } from './alarm-record.ts'

/** All or none: a name that isn't there refuses the others too (documented). */
export function deleteAlarms({ unit }: RpcContext, { AlarmNames = [] }: DeleteAlarmsInput): void {
  for (const name of AlarmNames) findAlarm(unit, name)
  for (const name of AlarmNames) {
    unit.delete(alarmKind, name)
    unit.delete(historyKind, name)
  }
}
