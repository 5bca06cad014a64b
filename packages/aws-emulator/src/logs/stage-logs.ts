import type { Place } from '../lib/store.ts'
import type { IsPlanned } from '../world/planned-traffic.ts'
import { onlyStage, type StageInForce, type Timeline } from '../world/timeline.ts'
import type { Traffic } from '../world/traffic.ts'
import type { LogEvent } from './log-event.ts'
import type { Only } from './need.ts'
import { accessLogWriter } from './planned-access-log.ts'
import { executionLines, isLogged } from './planned-execution-log.ts'
import { mayFit } from './status-property.ts'
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

/**
 * The lines of planned requests that came in one minute to a stage, for a group. They are the same whenever asked for.
 * @param only leaves out lines of access logs that aren't needed
 */
export function plannedLines(
  traffic: Traffic,
  place: Place,
  group: string,
  log: StageLog,
  minute: number,
  only?: Only,
): LogEvent[] {
  const { kind, timeline, onlyCanary } = log
  const isNeeded =
    only && kind === 'access' && !onlyCanary ? neededOf(traffic, place, group, log, minute, only) : undefined
  if (isNeeded === 'none') return []
  const stream = streamOf(group)
  const events: LogEvent[] = []
  const destination = onlyCanary ? group.slice(0, -canaryGroup('').length) : group
  for (const request of traffic.plannedIn(place, timeline, minute, isNeeded)) {
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

/**
 * Which calls of a minute ended as is needed; the others are counted as passed over. Undefined where each line has to be
 * looked at, as the stage changed within the minute.
 */
function neededOf(
  traffic: Traffic,
  place: Place,
  group: string,
  { timeline }: StageLog,
  minute: number,
  { needs, onPassedOver }: Only,
): IsPlanned | 'none' | undefined {
  const stage = onlyStage(timeline, minute, minute + minuteMs)
  const { destinationArn, format } = stage?.accessLogSettings ?? {}
  if (needs.length === 0 || !stage || format === undefined || groupOfArn(destinationArn) !== group) return undefined
  let [lines, needed] = [0, 0]
  for (const { samples, picks = samples.ending } of traffic.plannedSums(place, timeline, minute)) {
    const fits = samples.endings.map(({ status }) => mayFit(format, status, needs))
    lines += picks.length
    if (fits.includes(true)) for (const pick of picks) needed += Number(fits[samples.ending[pick]!])
  }
  const passed = lines - needed
  if (passed > 0) onPassedOver?.(passed, passed * lengthOf(traffic, place, timeline, stage, minute))
  if (needed === 0) return 'none'
  return ({ samples }, pick) => mayFit(format, samples.endings[samples.ending[pick]!]!.status, needs)
}

const minuteMs = 60_000

/** How long a stage's lines are, by the first that was looked at: they differ by a few characters. */
const lengths = new WeakMap<StageInForce, number>()

function lengthOf(traffic: Traffic, place: Place, timeline: Timeline, stage: StageInForce, minute: number): number {
  const known = lengths.get(stage)
  if (known !== undefined) return known
  for (const request of traffic.plannedIn(place, timeline, minute)) {
    const { length } = accessLogWriter(stage.accessLogSettings?.format ?? '')(request, place)
    lengths.set(stage, length)
    return length
  }
  return 0
}
