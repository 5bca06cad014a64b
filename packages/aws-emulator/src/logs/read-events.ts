import type { RpcContext } from '../protocol/rpc-call.ts'
import { inOrder, type LogEvent } from './log-event.ts'
import type { LogGroup } from './log-groups.ts'
import type { Only } from './need.ts'
import { plannedIn } from './planned-in.ts'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

/** With `only`, planned lines that it doesn't need are left out, and portions may be empty. */
export type Window = { from: number; to: number; newestFirst?: boolean; only?: Only }

/**
 * The events of a group in a window (`to` is out), in portions of up to a minute, each in the order of its instants. Lines
 * of planned requests are worked out minute by minute, as the metrics are, so that the two agree.
 */
export function* eventPortions(context: RpcContext, group: LogGroup, window: Window): Iterable<LogEvent[]> {
  const { emulator, place, now } = context
  const kept = group.retentionInDays === undefined ? -Infinity : now - group.retentionInDays * dayMs
  const from = Math.max(window.from, kept)
  const to = Math.min(window.to, now + 1)
  if (!(from < to)) return
  const stored = emulator.logs.between(place, group.name, from, to)
  const begun = Math.max(group.emptyUntil ?? 0, Math.min(...group.stageLogs.map(({ since }) => since)))
  if (group.stageLogs.length === 0 || begun >= to) {
    if (stored.length > 0) yield stored
    return
  }
  const first = Math.floor(Math.max(from, begun - minuteMs) / minuteMs)
  const last = Math.ceil(to / minuteMs) - 1
  const early = stored.filter(({ timestamp }) => timestamp < first * minuteMs)
  if (!window.newestFirst && early.length > 0) yield early
  const step = window.newestFirst ? -1 : 1
  for (let minute = step > 0 ? first : last; minute >= first && minute <= last; minute += step) {
    const [start, end] = [Math.max(from, minute * minuteMs), Math.min(to, (minute + 1) * minuteMs)]
    // A group that was deleted began anew.
    const since = Math.max(start, group.emptyUntil ?? 0)
    const planned = plannedIn(emulator.traffic, place, group, { from: since, to: end, only: window.only })
    const events = [...planned, ...emulator.logs.between(place, group.name, start, end)]
    if (events.length > 0 || window.only) yield events.toSorted(inOrder)
  }
  if (window.newestFirst && early.length > 0) yield early
}
