import { setImmediate } from 'node:timers/promises'
import type { RpcContext } from '../../protocol/rpc-call.ts'
import type { LogEvent } from '../log-event.ts'
import type { LogGroup } from '../log-groups.ts'
import type { Only } from '../need.ts'
import { eventPortions, type Window } from '../read-events.ts'
import type { Command } from './command.ts'
import { leadingNeeds } from './filter-needs.ts'
import { Pipeline } from './pipeline.ts'
import type { Query } from './query-store.ts'
import { pointerOf, toRow } from './record.ts'

export type Asked = { groups: LogGroup[]; window: Window; commands: Command[]; limit: number }

/** Runs a query to its end; others get their turn in between. */
export function runQuery(context: RpcContext, query: Query, asked: Asked): void {
  run(context, query, asked).catch((error: unknown) => {
    query.status = 'Failed'
    console.error(error)
  })
}

async function run(context: RpcContext, query: Query, { groups, window, commands, limit }: Asked): Promise<void> {
  const pipeline = new Pipeline(commands, limit)
  const isOnly = groups.length === 1
  const only: Only = { needs: leadingNeeds(commands), onPassedOver: (lines, bytes) => count(query, lines, bytes) }
  const apart: { event: LogEvent; log: string }[] = []
  for (const group of groups) {
    const log = `${context.place.account}:${group.name}`
    for (const events of eventPortions(context, group, { ...window, newestFirst: true, only })) {
      await setImmediate()
      if (query.status !== 'Running') return
      for (const event of events.toReversed()) {
        count(query, 1, event.message.length)
        if (isOnly) addTo(pipeline, event, log)
        else apart.push({ event, log })
      }
      if (isOnly && pipeline.matched >= pipeline.enough) break
    }
  }
  for (const { event, log } of apart.toSorted((a, b) => b.event.timestamp - a.event.timestamp))
    addTo(pipeline, event, log)
  query.statistics.recordsMatched = pipeline.matched
  query.results = pipeline.results()
  query.status = 'Complete'
}

function addTo(pipeline: Pipeline, event: LogEvent, log: string): void {
  const row = toRow(event, log)
  row['@ptr'] = pointerOf(event)
  pipeline.add(row)
}

function count({ statistics }: Query, lines: number, bytes: number): void {
  statistics.recordsScanned += lines
  statistics.bytesScanned += bytes
}
