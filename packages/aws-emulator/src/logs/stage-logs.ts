import type { Place } from '../lib/store.ts'
import type { StageInForce, Timeline } from '../world/timeline.ts'
import type { Traffic } from '../world/traffic.ts'
import type { LogEvent } from './log-event.ts'
import { accessLogWriter } from './planned-access-log.ts'
import { executionLines, isLogged } from './planned-execution-log.ts'
import { canaryGroup, executionGroup, groupOfArn, streamOf } from './stream-name.ts'

/** A stage that logs, or logged, to a group, since an instant. */
export type StageLog = { kind: 'access' | 'execution'; timeline: Timeline; onlyCanary: boolean; since: number }

type Groups = Map<string, StageLog[]>

const known = new WeakMap<Timeline[], Groups>()

/** The groups that the stages of a place log to, by what their timelines tell. */
export function stageLogs(traffic: Traffic, place: Place): Groups {
  const timelines = traffic.timelinesOf(place)
  const found = known.get(timelines)
  if (found) return found
  const groups: Groups = new Map()
  for (const timeline of timelines) for (const entry of timeline.entries) addEntry(groups, timeline, entry)
  known.set(timelines, groups)
  return groups
}

function addEntry(groups: Groups, timeline: Timeline, entry: StageInForce): void {
  if (entry.deploymentId === undefined) return
  const access = groupOfArn(entry.accessLogSettings?.destinationArn)
  const execution = Object.values(entry.methodSettings).some(isLogged)
  const add = (name: string, kind: StageLog['kind'], onlyCanary: boolean) => {
    const logs = groups.get(name) ?? []
    groups.set(name, logs)
    const same = logs.some((log) => log.kind === kind && log.timeline === timeline && log.onlyCanary === onlyCanary)
    if (!same) logs.push({ kind, timeline, onlyCanary, since: entry.from })
  }
  const both = (name: string, kind: StageLog['kind']) => {
    add(name, kind, false)
    if (entry.canary) add(canaryGroup(name), kind, true)
  }
  if (access !== undefined) both(access, 'access')
  if (execution) both(executionGroup(entry.apiId, entry.stageName), 'execution')
}

/** The lines of planned requests that came in one minute to a stage, for a group. They are the same whenever asked for. */
export function plannedLines(traffic: Traffic, place: Place, group: string, log: StageLog, minute: number): LogEvent[] {
  const { kind, timeline, onlyCanary } = log
  const stream = streamOf(group)
  const events: LogEvent[] = []
  const destination = onlyCanary ? group.slice(0, -canaryGroup('').length) : group
  for (const request of traffic.plannedIn(place, timeline, minute)) {
    const { stage, pool, pick, at, number } = request
    if (onlyCanary && pool.samples.canary[pick] !== 1) continue
    if (kind === 'execution') {
      executionLines(request).forEach((line, index) => {
        events.push({ timestamp: line.at, stream, message: line.text, serial: number * 10 + index })
      })
      continue
    }
    const { destinationArn, format } = stage.accessLogSettings ?? {}
    if (format === undefined || groupOfArn(destinationArn) !== destination) continue
    events.push({ timestamp: at, stream, message: accessLogWriter(format)(request, place), serial: number })
  }
  return events
}
