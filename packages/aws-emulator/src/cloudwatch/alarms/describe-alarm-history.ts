import type { DescribeAlarmHistoryInput, DescribeAlarmHistoryOutput } from '@aws-sdk/client-cloudwatch'
import { dateOf } from '../../lib/clock.ts'
import { UnitOfWork } from '../../lib/store.ts'
import type { RpcContext } from '../../protocol/rpc-call.ts'
import { pageOf } from '../next-token.ts'
import { historyOf, type HistoryRecord } from './alarm-history.ts'
import { alarmsOf } from './alarm-record.ts'
import { evaluateAlarms } from './evaluate-alarms.ts'

const defaultPage = 100

/** Newest first unless asked otherwise (documented). What a deleted alarm did isn't kept. */
export function describeAlarmHistory(
  { emulator, place }: RpcContext,
  input: DescribeAlarmHistoryInput,
): DescribeAlarmHistoryOutput {
  evaluateAlarms(emulator, place)
  const unit = new UnitOfWork(emulator.store, place)
  const names =
    input.AlarmName === undefined ? alarmsOf(unit).map(({ definition }) => definition.AlarmName) : [input.AlarmName]
  const entries = names
    .flatMap((name) => historyOf(unit, name).map((entry) => ({ name, entry })))
    .filter(({ entry }) => isAsked(entry, input))
    .toSorted((a, b) => a.entry.at - b.entry.at)
  const ordered = input.ScanBy === 'TimestampAscending' ? entries : entries.toReversed()
  const { items, next } = pageOf(ordered, input.NextToken, input.MaxRecords ?? defaultPage)
  return { AlarmHistoryItems: items.map(({ name, entry }) => toItem(name, entry)), NextToken: next }
}

function isAsked(
  { at, type }: HistoryRecord,
  { HistoryItemType, StartDate, EndDate }: DescribeAlarmHistoryInput,
): boolean {
  if (HistoryItemType !== undefined && HistoryItemType !== type) return false
  return at >= (StartDate?.getTime() ?? -Infinity) && at <= (EndDate?.getTime() ?? Infinity)
}

const toItem = (name: string, { at, type, summary, data }: HistoryRecord) => ({
  AlarmName: name,
  AlarmType: 'MetricAlarm' as const,
  Timestamp: dateOf(at / 1000),
  HistoryItemType: type,
  HistorySummary: summary,
  HistoryData: data,
})
