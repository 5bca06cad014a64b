import type { Place } from '../lib/store.ts'
import type { Traffic } from '../world/traffic.ts'
import type { LogEvent } from './log-event.ts'
import type { Only } from './need.ts'
import { plannedLines, type StageLog } from './stage-logs.ts'

const minuteMs = 60_000
/** A planned request's last line comes as long after it as the longest request takes. */
const longestMs = 30_000

/** Lines of planned requests whose instant is within one minute; those of execution logs may be of requests of the minute before. */
export function plannedIn(
  traffic: Traffic,
  place: Place,
  { name, stageLogs }: { name: string; stageLogs: StageLog[] },
  { from, to, only }: { from: number; to: number; only?: Only | undefined },
): LogEvent[] {
  const minute = from - (from % minuteMs)
  return stageLogs
    .flatMap((log) => {
      const before = log.kind === 'execution' && from - minute < longestMs ? [minute - minuteMs] : []
      return [...before, minute].flatMap((at) => plannedLines(traffic, place, name, log, at, only))
    })
    .filter(({ timestamp }) => timestamp >= from && timestamp < to)
}
