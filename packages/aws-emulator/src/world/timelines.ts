import { kinds } from '../apigateway/records.ts'
import type { Place, Store } from '../lib/store.ts'
import { timelineKey, type StageInForce, type Timeline } from './timeline.ts'

/** All timelines of a place, put together again only after one of them has changed. */
export type ReadTimelines = (place: Place) => Timeline[]

export function timelineReader(store: Store): ReadTimelines {
  const known = new Map<string, { version: number; timelines: Timeline[] }>()
  return (place) => {
    const key = `${place.account}/${place.region}`
    const version = store.version(place, kinds.timeline)
    const found = known.get(key)
    if (found?.version === version) return found.timelines
    const timelines = together(store.list<StageInForce>(place, kinds.timeline))
    known.set(key, { version, timelines })
    return timelines
  }
}

/** Rows come in the order in which they were made, which is that of their instants: the clock never runs backwards. */
function together(rows: StageInForce[]): Timeline[] {
  const timelines = new Map<string, Timeline>()
  for (const entry of rows) {
    const { apiId, stageName } = entry
    const key = timelineKey(apiId, stageName)
    const timeline = timelines.get(key) ?? { apiId, stageName, entries: [] }
    timeline.entries.push(entry)
    timelines.set(key, timeline)
  }
  return [...timelines.values()]
}
