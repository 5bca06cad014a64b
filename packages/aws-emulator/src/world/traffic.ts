import { LRUCache } from 'lru-cache'
import { kinds, type DeploymentRecord } from '../apigateway/records.ts'
import { deploymentKey } from '../apigateway/deployments.ts'
import { countOf, Samples, type Requests, type Sample } from '../cloudwatch/samples.ts'
import type { Surroundings } from '../execute-api/prepare-request.ts'
import type { WorldClock } from '../lib/clock.ts'
import { seedFrom } from '../lib/random.ts'
import type { Place, Store } from '../lib/store.ts'
import { minuteMs } from './arrivals.ts'
import { RequestPool } from './request-pool.ts'
import { StageMinute } from './stage-minute.ts'
import { timelineReader, type ReadTimelines } from './timelines.ts'
import { hasTraffic, timelineKey, type StageInForce, type Timeline } from './timeline.ts'

/** About 30 MB at 2 bytes a request: two days of the demo world. What falls out is worked out anew when asked for. */
const keptRequests = 15_000_000
/** Minutes of stages with requests from outside that are remembered, the latest: they can't be worked out anew. */
const keptOutsideMinutes = 100_000
/** A minute costs this many requests besides its own. */
const minuteCost = 64

export type Traffic = {
  timelinesOf: ReadTimelines
  /** All requests of a stage in the minute that starts at the instant, as far as the clock has gone. */
  requestsOf(place: Place, timeline: Timeline, minuteStart: number): Requests[]
  /** Notes a request that came from outside the plan. */
  record(place: Place, stage: StageInForce, at: number, sample: Sample): void
  /** Runs the background calls that are due. */
  tick(): void
  surroundingsOf(place: Place): Surroundings
  forget(matches: (place: Place) => boolean): void
}

export function createTraffic(store: Store, clock: WorldClock, seed: number): Traffic {
  const planned = new LRUCache<string, StageMinute>({ maxSize: keptRequests })
  const timelinesOf = timelineReader(store)
  const outside = new Map<string, Samples[]>()
  const minuteKey = (place: Place, apiId: string, stageName: string, minute: number) =>
    `${place.account}/${place.region}/${timelineKey(apiId, stageName)}/${minute}`

  const pools = new WeakMap<StageInForce, RequestPool>()
  const stageSeed = (place: Place, { apiId, stageName }: { apiId: string; stageName: string }, number: number) =>
    seedFrom(`${seed}/${place.account}/${place.region}/${apiId}/${stageName}`, number)

  function poolOf(place: Place, stage: StageInForce): RequestPool {
    const known = pools.get(stage)
    if (known) return known
    // The same for all that a stage ever was: what doesn't change it for its callers makes no step in its metrics.
    const pool = new RequestPool(stage, surroundingsOf(place), stageSeed(place, stage, 0))
    pools.set(stage, pool)
    return pool
  }

  function requestsOf(place: Place, timeline: Timeline, minuteStart: number): Requests[] {
    const key = minuteKey(place, timeline.apiId, timeline.stageName, minuteStart)
    const more = outside.get(key)?.map((samples) => ({ samples, picks: undefined })) ?? []
    if (isQuiet(timeline, minuteStart)) return more
    return [...plannedIn(place, timeline, minuteStart, key).requests(), ...more]
  }

  function plannedIn(place: Place, timeline: Timeline, minuteStart: number, key: string): StageMinute {
    const known = planned.get(key)
    if (known?.isOver()) return known
    const seed = stageSeed(place, timeline, minuteStart / minuteMs)
    const minute = known ?? new StageMinute(minuteStart, seed, (stage) => poolOf(place, stage))
    minute.advance(timeline, clock.now())
    planned.set(key, minute, { size: minuteCost + minute.requests().reduce((sum, part) => sum + countOf(part), 0) })
    return minute
  }

  function surroundingsOf(place: Place): Surroundings {
    return {
      deployment: (apiId, deploymentId) =>
        store.get<DeploymentRecord>(place, kinds.deployment, deploymentKey(apiId, deploymentId)) ??
        store.get<DeploymentRecord>(place, kinds.archivedDeployment, deploymentKey(apiId, deploymentId)),
      worldFunction: (name) => store.get(place, kinds.worldFunction, name),
    }
  }

  return {
    timelinesOf,
    requestsOf,
    surroundingsOf,
    record(place, { apiId, apiName, stageName }, at, sample) {
      const key = minuteKey(place, apiId, stageName, at - (at % minuteMs))
      const samples = outside.get(key) ?? []
      if (samples.at(-1)?.apiName !== apiName) samples.push(new Samples(apiName, 16))
      samples.at(-1)?.add(sample)
      outside.set(key, samples)
      if (outside.size > keptOutsideMinutes) outside.delete(outside.keys().next().value ?? '')
    },
    tick() {
      const minuteStart = clock.now() - (clock.now() % minuteMs)
      for (const place of store.places()) {
        for (const timeline of timelinesOf(place)) {
          if (timeline.entries.at(-1)?.traffic) requestsOf(place, timeline, minuteStart)
        }
      }
    },
    forget(matches) {
      const gone = (key: string) => {
        const [account = '', region = ''] = key.split('/')
        return matches({ account, region })
      }
      for (const key of [...planned.keys()].filter(gone)) planned.delete(key)
      for (const key of [...outside.keys()].filter(gone)) outside.delete(key)
    },
  }
}

/** Nothing is planned for the minute: a look far back passes over such minutes without keeping them. */
function isQuiet({ entries }: Timeline, minuteStart: number): boolean {
  const first = Math.max(
    0,
    entries.findLastIndex(({ from }) => from <= minuteStart),
  )
  for (let index = first; index < entries.length; index++) {
    const entry = entries[index]
    if (!entry || entry.from >= minuteStart + minuteMs) return true
    if (hasTraffic(entry)) return false
  }
  return true
}
