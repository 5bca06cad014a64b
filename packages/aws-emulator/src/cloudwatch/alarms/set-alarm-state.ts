import type { SetAlarmStateInput } from '@aws-sdk/client-cloudwatch'
import { AwsError, validationError } from '../../lib/aws-error.ts'
import type { RpcContext } from '../../protocol/rpc-call.ts'
import { changeState, findAlarm, putAlarm } from './alarm-record.ts'

const minuteMs = 60_000
const values = ['OK', 'ALARM', 'INSUFFICIENT_DATA']

/** For a while: the next evaluation puts the alarm back to what its metric says (documented). */
export function setAlarmState({ unit, now }: RpcContext, input: SetAlarmStateInput): void {
  const { AlarmName = '', StateValue = 'OK', StateReason = '', StateReasonData } = input
  if (!values.includes(StateValue)) {
    throw validationError([
      `Value '${StateValue}' at 'stateValue' failed to satisfy constraint: ` +
        `Member must satisfy enum value set: [INSUFFICIENT_DATA, ALARM, OK]`,
    ])
  }
  if (StateReasonData !== undefined) checkJson(StateReasonData)
  const alarm = findAlarm(unit, AlarmName)
  const changed = changeState(unit, alarm, { value: StateValue, reason: StateReason, data: StateReasonData }, now)
  putAlarm(unit, { ...changed, evaluatedUntil: now - (now % minuteMs) })
}

/** The sentence is guessed. */
function checkJson(text: string): void {
  try {
    JSON.parse(text)
  } catch {
    throw new AwsError('InvalidFormatFault', 400, 'StateReasonData is not valid JSON.')
  }
}
