import { Samples } from '../cloudwatch/samples.ts'
import { pickCanary } from '../execute-api/pick-canary.ts'
import { prepareRequest, runPrepared, type PreparedRequest, type Surroundings } from '../execute-api/prepare-request.ts'
import { seededRandom } from '../lib/random.ts'
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
    for (const [index, stage] of timeline.entries.entries()) {
      const from = Math.max(stage.from, this.#doneUntil)
      const to = Math.min(timeline.entries[index + 1]?.from ?? Infinity, until)
      if (from < to) this.#run(stage, surroundings, from, to)
    }
    this.#doneUntil = until
    return this.#samples
  }

  #run(stage: StageInForce, surroundings: Surroundings, from: number, to: number): void {
    if (!stage.traffic || !stage.deploymentId) return
    const arrivals = planArrivals(stage.traffic, this.start, this.#seed)
    const samples = new Samples(stage.apiName, this.#samples.length === 0 ? arrivals.length : 16)
    for (const [index, offset] of arrivals.entries()) {
      const at = this.start + offset
      if (at >= from && at < to) this.#call(stage, stage.traffic, surroundings, index, samples)
    }
    if (samples.length > 0) this.#samples.push(samples)
  }

  #call(
    stage: StageInForce,
    traffic: TrafficProfile,
    surroundings: Surroundings,
    index: number,
    samples: Samples,
  ): void {
    const random = seededRandom(this.#seed ^ Math.imul(index + 1, 0x9e3779b1))
    const call = pickCall(traffic, random())
    const isCanary = pickCanary(stage.canary, random)
    const prepared = preparedCalls(stage, isCanary, surroundings)[call]
    if (!prepared) return
    const { status, latencyMs, integrationLatencyMs } = runPrepared(prepared, random)
    samples.add({ route: prepared, status, latencyMs, integrationLatencyMs, isCanary })
  }
}

const weights = new WeakMap<TrafficProfile, number>()

function pickCall(traffic: TrafficProfile, rank: number): number {
  const { calls } = traffic
  let total = weights.get(traffic)
  if (total === undefined) weights.set(traffic, (total = calls.reduce((sum, { weight }) => sum + weight, 0)))
  let left = rank * total
  const found = calls.findIndex(({ weight }) => (left -= weight) < 0)
  return found < 0 ? calls.length - 1 : found
}

const prepared = new WeakMap<StageInForce, Record<'canary' | 'production', PreparedRequest[] | undefined>>()

/** The way of each kind of call through a stage, worked out once for as long as the stage doesn't change. */
function preparedCalls(stage: StageInForce, isCanary: boolean, surroundings: Surroundings): PreparedRequest[] {
  let known = prepared.get(stage)
  if (!known) prepared.set(stage, (known = { canary: undefined, production: undefined }))
  const side = isCanary ? 'canary' : 'production'
  return (known[side] ??= (stage.traffic?.calls ?? []).map(({ method, path }) =>
    prepareRequest(stage, isCanary, method, path, surroundings),
  ))
}
