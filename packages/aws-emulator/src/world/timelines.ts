import { kinds } from '../apigateway/records.ts'
import type { Place, Store } from '../lib/store.ts'
import { timelineKey, type StageInForce, type Timeline } from './timeline.ts'

/** The timelines of a place, all of them or those of APIs that ever had a name; the oldest stage first. */
export type ReadTimelines = (place: Place, apiName?: string) => Timeline[]

type Known = { version: number; all: Timeline[]; byApiName: Map<string, Timeline[]> }

/** Puts them together again only after one of them has changed. */
export function timelineReader(store: Store): ReadTimelines {
  const known = new Map<string, Known>()
  return (place, apiName) => {
    const key = `${place.account}/${place.region}`
    const version = store.version(place, kinds.timeline)
    let found = known.get(key)
    if (found?.version !== version) {
      const all = together(store.list<StageInForce>(place, kinds.timeline))
      known.set(key, (found = { version, all, byApiName: byApiName(all) }))
    }
    return apiName === undefined ? found.all : (found.byApiName.get(apiName) ?? [])
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
  for (const timeline of timelines.values()) timeline.entries = timeline.entries.flatMap(withReadyCache)
  return [...timelines.values()]
}

const readied = new WeakMap<StageInForce, StageInForce>()

/** A cluster that was on its way serves from an instant on: if nothing changed before, the stage is another from then. */
function withReadyCache(entry: StageInForce, index: number, entries: StageInForce[]): StageInForce[] {
  const from = entry.cache?.readyAt ?? 0
  if (from <= entry.from || from >= (entries[index + 1]?.from ?? Infinity)) return [entry]
  let ready = readied.get(entry)
  if (!ready) readied.set(entry, (ready = { ...entry, from }))
  return [entry, ready]
}

function byApiName(timelines: Timeline[]): Map<string, Timeline[]> {
  const found = new Map<string, Timeline[]>()
  for (const timeline of timelines) {
    for (const name of new Set(timeline.entries.map(({ apiName }) => apiName))) {
      found.set(name, [...(found.get(name) ?? []), timeline])
    }
  }
  return found
}
