import { deploymentKey } from '../apigateway/deployments.ts'
import { kinds, type DeploymentRecord } from '../apigateway/records.ts'
import { Samples, type Requests, type Sample } from '../cloudwatch/samples.ts'
import type { Surroundings } from '../execute-api/prepare-request.ts'
import type { WorldClock } from '../lib/clock.ts'
import type { Place, Store } from '../lib/store.ts'
import { minuteMs } from './arrivals.ts'
import { PlannedTraffic, type PlannedRequest } from './planned-traffic.ts'
import type { Ways } from './request-pool.ts'
import { stageKey, type StageInForce, type Timeline } from './timeline.ts'
import { timelineReader, type ReadTimelines } from './timelines.ts'

/** Minutes of stages with requests from outside that are remembered, the latest: they can't be worked out anew. */
const keptOutsideMinutes = 100_000

/** What is over is kept by the hour or by five minutes, wherever a period takes in all of it. */
const stretches = [60 * minuteMs, 5 * minuteMs]

export type OutsideMinute = { apiId: string; stageName: string; at: number; samples: Samples[] }

export type Traffic = {
  timelinesOf: ReadTimelines
  /** All requests of a stage from one whole minute to another, as far as the clock has gone. */
  requestsBetween(place: Place, timeline: Timeline, from: number, to: number): Requests[]
  /** The instant up to which nothing that is told will change any more (world ms). */
  settledUntil(): number
  /** The planned requests of one whole minute, as far as the clock has gone, in their order. */
  plannedIn(place: Place, timeline: Timeline, minute: number): Iterable<PlannedRequest>
  /** The ways of the calls that are planned for a stage while it is so. */
  waysOf(place: Place, stage: StageInForce): Ways
  /** Requests from outside, by stage and minute. */
  outsideOf(place: Place): OutsideMinute[]
  /** Notes a request that came from outside the plan. */
  record(place: Place, stage: StageInForce, at: number, sample: Sample): void
  /** Runs the background calls that are due. */
  tick(): void
  surroundingsOf(place: Place): Surroundings
  forget(matches: (place: Place) => boolean): void
}

export function createTraffic(store: Store, clock: WorldClock, seed: number): Traffic {
  const timelinesOf = timelineReader(store)
  const planned = new PlannedTraffic(seed, surroundingsOf)
  const outside = new Map<string, Samples[]>()

  function requestsBetween(place: Place, timeline: Timeline, from: number, to: number): Requests[] {
    const parts: Requests[] = []
    const now = clock.now()
    let at = from
    while (at < to && at <= now) {
      const length = stretches.find((ms) => at % ms === 0 && at + ms <= Math.min(to, now))
      const some = length ? planned.stretch(place, timeline, at, at + length) : planned.minute(place, timeline, at, now)
      parts.push(...some)
      at += length ?? minuteMs
    }
    return outside.size === 0 ? parts : parts.concat(outsideBetween(place, timeline, from, to))
  }

  function outsideBetween(place: Place, timeline: Timeline, from: number, to: number): Requests[] {
    const parts: Requests[] = []
    const key = stageKey(place, timeline)
    for (let at = from; at < to; at += minuteMs) {
      for (const samples of outside.get(`${key}/${at}`) ?? []) parts.push({ samples })
    }
    return parts
  }

  function surroundingsOf(place: Place): Surroundings {
    return {
      deployment: (apiId, deploymentId) =>
        store.get<DeploymentRecord>(place, kinds.deployment, deploymentKey(apiId, deploymentId)) ??
        store.get<DeploymentRecord>(place, kinds.archivedDeployment, deploymentKey(apiId, deploymentId)),
      worldFunction: (name) => store.get(place, kinds.worldFunction, name),
    }
  }

  function outsideOf({ account, region }: Place): OutsideMinute[] {
    const minutes: OutsideMinute[] = []
    for (const [key, samples] of outside) {
      if (!key.startsWith(`${account}/${region}/`)) continue
      const [apiId = '', stageName = '', at] = key.slice(account.length + region.length + 2).split('/')
      minutes.push({ apiId, stageName, at: Number(at), samples })
    }
    return minutes
  }

  return {
    timelinesOf,
    requestsBetween,
    surroundingsOf,
    settledUntil: () => clock.now(),
    plannedIn: (place, timeline, minute) => planned.oneByOne(place, timeline, minute, clock.now()),
    waysOf: (place, stage) => planned.waysOf(place, stage),
    outsideOf,
    record(place, stage, at, sample) {
      const key = `${stageKey(place, stage)}/${at - (at % minuteMs)}`
      const samples = outside.get(key) ?? []
      if (samples.at(-1)?.apiName !== stage.apiName) samples.push(new Samples(stage.apiName, 16))
      samples.at(-1)?.add(sample)
      outside.set(key, samples)
      if (outside.size > keptOutsideMinutes) outside.delete(outside.keys().next().value ?? '')
    },
    tick() {
      const now = clock.now()
      for (const place of store.places()) {
        for (const timeline of timelinesOf(place)) {
          if (timeline.entries.at(-1)?.traffic) planned.minute(place, timeline, now - (now % minuteMs), now)
        }
      }
    },
    forget(matches) {
      const isGone = (key: string) => {
        const [account = '', region = ''] = key.split('/')
        return matches({ account, region })
      }
      planned.forget(isGone)
      for (const key of [...outside.keys()].filter(isGone)) outside.delete(key)
    },
  }
}
