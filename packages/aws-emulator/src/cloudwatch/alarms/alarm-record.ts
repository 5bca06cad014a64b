import type { PutMetricAlarmInput, StateValue } from '@aws-sdk/client-cloudwatch'
import { AwsError } from '../../lib/aws-error.ts'
import { isoInstant } from '../../lib/clock.ts'
import type { Place, UnitOfWork } from '../../lib/store.ts'
import { addActions, addHistory } from './alarm-history.ts'

export const alarmKind = 'alarm'

/** An alarm as it is kept: what it was put with, and its state. Instants are world ms. */
export type AlarmRecord = {
  definition: PutMetricAlarmInput & { AlarmName: string }
  configuredAt: number
  state: AlarmState
  stateSince: number
  /** Of a change from one state to another; setting a state anew doesn't count. */
  transitionedAt: number
  /** Up to this minute nothing is left to evaluate. */
  evaluatedUntil: number
}

export type AlarmState = { value: StateValue; reason: string; data?: string }

export const alarmArn = ({ account, region }: Place, name: string) =>
  `arn:aws:cloudwatch:${region}:${account}:alarm:${name}`

export const alarmsOf = (unit: UnitOfWork) => unit.list<AlarmRecord>(alarmKind)

export function findAlarm(unit: UnitOfWork, name: string): AlarmRecord {
  const found = unit.get<AlarmRecord>(alarmKind, name)
  if (!found) throw new AwsError('ResourceNotFound', 404, '')
  return found
}

export const putAlarm = (unit: UnitOfWork, alarm: AlarmRecord) => unit.put(alarmKind, alarm.definition.AlarmName, alarm)

/** Puts an alarm into a state, with its lines of history (their form is AWS's): actions are run when the state is another one (documented). */
export function changeState(unit: UnitOfWork, alarm: AlarmRecord, state: AlarmState, at: number): AlarmRecord {
  const { definition, state: before } = alarm
  const isTransition = before.value !== state.value
  const changed = { ...alarm, state, stateSince: at, transitionedAt: isTransition ? at : alarm.transitionedAt }
  putAlarm(unit, changed)
  addHistory(unit, definition.AlarmName, {
    at,
    type: 'StateUpdate',
    summary: `Alarm updated from ${before.value} to ${state.value}`,
    data: JSON.stringify({ version: '1.0', oldState: told(before), newState: told(state) }),
  })
  if (isTransition) addActions(unit, definition, state.value, at)
  return changed
}

const told = ({ value, reason, data }: AlarmState) => ({
  stateValue: value,
  stateReason: reason,
  ...(data === undefined ? {} : { stateReasonData: JSON.parse(data) }),
})

/** `2026-01-15T12:00:00.000+0000`, as AWS writes instants inside of its JSON. */
export const javaInstant = (instant: number) => isoInstant(instant).replace('Z', '+0000')
