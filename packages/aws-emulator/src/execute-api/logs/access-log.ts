import { groupOfArn, groupsFor, streamOf } from '../../logs/stream-name.ts'
import { contextText, finishedContext } from '../context-tree.ts'
import type { Arrival } from '../exchange.ts'
import type { LogSink } from './log-sink.ts'

/** A line holds no more (documented for formats; that lines are cut is guessed). */
const longestLine = 1024 * 1024

/** One line for the request, in the stage's format; what isn't there is `-` (documented). A Firehose stream gets nothing. */
export function writeAccessLog(sink: LogSink, arrival: Arrival): void {
  const { place, stage, isCanary, at } = arrival
  const { destinationArn, format } = stage.accessLogSettings ?? {}
  const name = groupOfArn(destinationArn)
  if (name === undefined || format === undefined) return
  const line = filled(format, arrival).slice(0, longestLine)
  for (const group of groupsFor(name, isCanary)) sink(place.account, place.region, group, streamOf(group), at, line)
}

function filled(format: string, arrival: Arrival): string {
  const tree = finishedContext(arrival)
  return format.replaceAll(
    /\$context\.([A-Za-z0-9_]+(?:\.[A-Za-z0-9_-]+)*)/g,
    (_, path: string) => contextText(tree, path) ?? '-',
  )
}
