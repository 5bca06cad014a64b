import type { HistoryItemType, PutMetricAlarmInput, StateValue } from '@aws-sdk/client-cloudwatch'
import type { UnitOfWork } from '../../lib/store.ts'

export const historyKind = 'alarmHistory'

export type HistoryRecord = { at: number; type: HistoryItemType; summary: string; data: string }

/** Of each alarm that many entries of history are kept. AWS keeps 30 days. */
const keptEntries = 200

/** An alarm's history, oldest first. */
export const historyOf = (unit: UnitOfWork, name: string): HistoryRecord[] =>
  unit.get<HistoryRecord[]>(historyKind, name) ?? []

export function addHistory(unit: UnitOfWork, name: string, entry: HistoryRecord): void {
  unit.put(historyKind, name, [...historyOf(unit, name), entry].slice(-keptEntries))
}

type Actions = Pick<
  PutMetricAlarmInput,
  'ActionsEnabled' | 'AlarmActions' | 'OKActions' | 'InsufficientDataActions'
> & { AlarmName: string }

/**
 * Notes that an alarm's actions for its new state were run. Nothing is behind their ARNs here, so each succeeds. The summary
 * and the two members of the data are AWS's; that there are no others is guessed.
 */
export function addActions(unit: UnitOfWork, alarm: Actions, state: StateValue, at: number): void {
  if (alarm.ActionsEnabled === false) return
  const byState = { ALARM: alarm.AlarmActions, OK: alarm.OKActions, INSUFFICIENT_DATA: alarm.InsufficientDataActions }
  for (const arn of byState[state] ?? []) {
    const data = JSON.stringify({ actionState: 'Succeeded', notificationResource: arn })
    addHistory(unit, alarm.AlarmName, { at, type: 'Action', summary: `Successfully executed action ${arn}`, data })
  }
}
