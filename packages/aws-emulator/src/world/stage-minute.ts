import { Samples } from '../cloudwatch/samples.ts'
import { pickCanary } from '../execute-api/pick-canary.ts'
import { prepareRequest, runPrepared, type PreparedRequest, type Surroundings } from '../execute-api/prepare-request.ts'
import { reseedableRandom, type Random } from '../lib/random.ts'
import { minuteMs, planArrivals } from './arrivals.ts'
import type { StageInForce, Timeline } from './timeline.ts'
import type { TrafficProfile } from './traffic-profile.ts'

/**
 * The background traffic of one stage in one minute. Every planned call goes through the data plane at its own instant,
 * on the stage as it was then, with draws of its own: so the past that is worked out when asked for and the present that
 * runs along with the clock are one and the same.
 */
export class StageMinute {
  readonly start: number
  readonly #seed: number
  #doneUntil: number
  #samples: Samples[] = []

  constructor(start: number, seed: number) {
    this.start = start
    this.#doneUntil = start
    this.#seed = seed
  }

  /** Runs what is planned before the instant (world ms), and answers with all that ran. */
  advance(timeline: Timeline, surroundings: Surroundings, instant: number): Samples[] {
    const until = Math.min(instant, this.start + minuteMs)
    if (until <= this.#doneUntil) return this.#samples
    const { entries } = timeline
    // From the last entry that was in force when this began.
    const first = entries.findLastIndex(({ from }) => from <= this.#doneUntil)
    for (let index = Math.max(0, first); index < entries.length; index++) {
      const stage = entries[index]
      if (!stage || stage.from >= until) break
      const to = Math.min(entries[index + 1]?.from ?? Infinity, until)
      this.#run(stage, surroundings, Math.max(stage.from, this.#doneUntil), to)
    }
    this.#doneUntil = until
    return this.#samples
  }

  #run(stage: StageInForce, surroundings: Surroundings, from: number, to: number): void {
    if (!stage.traffic || !stage.deploymentId) return
    const arrivals = planArrivals(stage.traffic, this.start, this.#seed)
    const samples = new Samples(stage.apiName, this.#samples.length === 0 ? arrivals.length : 16)
    const { random, reseed } = reseedableRandom(0)
    const ways = waysThrough(stage, surroundings)
    for (let index = 0; index < arrivals.length; index++) {
      const at = this.start + (arrivals[index] ?? 0)
      if (at < from || at >= to) continue
      reseed(this.#seed ^ Math.imul(index + 1, 0x9e3779b1))
      call(stage, stage.traffic, ways, random, samples)
    }
    if (samples.length > 0) this.#samples.push(samples)
  }
}

function call(stage: StageInForce, traffic: TrafficProfile, ways: Ways, random: Random, samples: Samples): void {
  const rank = pickCall(traffic, random())
  const isCanary = pickCanary(stage.canary, random)
  const prepared = (isCanary ? ways.canary : ways.production)[rank]
  if (!prepared) return
  const { status, latencyMs, integrationLatencyMs } = runPrepared(prepared, random)
  samples.add({ route: prepared, status, latencyMs, integrationLatencyMs, isCanary })
}

const weights = new WeakMap<TrafficProfile, number>()

function pickCall(traffic: TrafficProfile, rank: number): number {
  const { calls } = traffic
  let total = weights.get(traffic)
  if (total === undefined) weights.set(traffic, (total = calls.reduce((sum, { weight }) => sum + weight, 0)))
  let left = rank * total
  for (let index = 0; index < calls.length; index++) {
    left -= calls[index]?.weight ?? 0
    if (left < 0) return index
  }
  return calls.length - 1
}

/** The way of each kind of call through a stage, on either side of its canary. */
type Ways = { canary: PreparedRequest[]; production: PreparedRequest[] }

const known = new WeakMap<StageInForce, Ways>()

/** Worked out once for as long as the stage doesn't change. */
function waysThrough(stage: StageInForce, surroundings: Surroundings): Ways {
  const found = known.get(stage)
  if (found) return found
  const prepare = (isCanary: boolean) =>
    (stage.traffic?.calls ?? []).map(({ method, path }) => prepareRequest(stage, isCanary, method, path, surroundings))
  const ways = { canary: stage.canary ? prepare(true) : [], production: prepare(false) }
  known.set(stage, ways)
  return ways
}
