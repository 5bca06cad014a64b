import type { HistoryItemType, PutMetricAlarmInput, StateValue } from '@aws-sdk/client-cloudwatch'
import { AwsError } from '../../lib/aws-error.ts'
import { isoInstant } from '../../lib/clock.ts'
import type { Place, UnitOfWork } from '../../lib/store.ts'

export const alarmKind = 'alarm'
export const historyKind = 'alarmHistory'

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

export type HistoryRecord = { at: number; type: HistoryItemType; summary: string; data: string }

/** Of each alarm that many entries of history are kept. AWS keeps 30 days. */
const keptEntries = 200

export const alarmArn = ({ account, region }: Place, name: string) =>
  `arn:aws:cloudwatch:${region}:${account}:alarm:${name}`

export const alarmsOf = (unit: UnitOfWork) => unit.list<AlarmRecord>(alarmKind)

export function findAlarm(unit: UnitOfWork, name: string): AlarmRecord {
  const found = unit.get<AlarmRecord>(alarmKind, name)
  if (!found) throw new AwsError('ResourceNotFound', 404, '')
  return found
}

export const putAlarm = (unit: UnitOfWork, alarm: AlarmRecord) => unit.put(alarmKind, alarm.definition.AlarmName, alarm)

/** An alarm's history, oldest first. */
export const historyOf = (unit: UnitOfWork, name: string): HistoryRecord[] =>
  unit.get<HistoryRecord[]>(historyKind, name) ?? []

export function addHistory(unit: UnitOfWork, name: string, entry: HistoryRecord): void {
  unit.put(historyKind, name, [...historyOf(unit, name), entry].slice(-keptEntries))
}

/** Puts an alarm into a state, with its line of history (its form is AWS's). */
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
  return changed
}

const told = ({ value, reason, data }: AlarmState) => ({
  stateValue: value,
  stateReason: reason,
  ...(data === undefined ? {} : { stateReasonData: JSON.parse(data) }),
})

/** `2026-01-15T12:00:00.000+0000`, as AWS writes instants inside of its JSON. */
export const javaInstant = (instant: number) => isoInstant(instant).replace('Z', '+0000')
