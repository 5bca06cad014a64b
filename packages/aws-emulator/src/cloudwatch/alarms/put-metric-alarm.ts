import type { PutMetricAlarmInput } from '@aws-sdk/client-cloudwatch'
import type { RpcContext } from '../../protocol/rpc-call.ts'
import { addHistory } from './alarm-history.ts'
import { alarmKind, putAlarm, type AlarmRecord } from './alarm-record.ts'
import { checkAlarm } from './check-alarm.ts'

const minuteMs = 60_000

/** A new alarm begins without data and is judged at the next full minute; one that is put again keeps its state (documented). */
export function putMetricAlarm({ unit, now }: RpcContext, input: PutMetricAlarmInput): void {
  checkAlarm(input)
  const name = input.AlarmName ?? ''
  const before = unit.get<AlarmRecord>(alarmKind, name)
  const definition = { ...input, AlarmName: name, ActionsEnabled: input.ActionsEnabled ?? true }
  const evaluatedUntil = now - (now % minuteMs)
  const fresh: AlarmRecord = {
    definition,
    configuredAt: now,
    state: { value: 'INSUFFICIENT_DATA', reason: 'Unchecked: Initial alarm creation' },
    stateSince: now,
    transitionedAt: now,
    evaluatedUntil,
  }
  putAlarm(unit, before ? { ...before, definition, configuredAt: now } : fresh)
  addHistory(unit, name, {
    at: now,
    type: 'ConfigurationUpdate',
    summary: `Alarm "${name}" ${before ? 'updated' : 'created'}`,
    data: JSON.stringify({ version: '1.0', type: before ? 'Update' : 'Create', updatedAlarm: definition }),
  })
}
