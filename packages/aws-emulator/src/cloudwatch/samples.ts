/** What the metrics need to know of one request. Latencies are whole ms. */
export type Sample = {
  route: SampleRoute
  status: number
  latencyMs: number
  integrationLatencyMs: number | undefined
  isCanary: boolean
  /** Where the gateway answered itself: with which of its responses. */
  refusal?: Refusal
}

export type Refusal = { type: string; message: string | null }

/** How a request ended, as few kinds as there are. */
export type SampleEnding = { status: number; refusal: Refusal | undefined }

export type SampleRoute = { resource?: string; verb?: string; detailed: boolean }

/**
 * Requests out of some samples: all of them; or those picked, by their places, some more than once; or, where there are
 * many, how often each place was picked.
 */
export type Requests = { samples: Samples; picks?: Uint16Array; times?: Uint16Array }

const longest = 65535

export type Column = Uint16Array

/** Requests of one stage while nothing about it changed, as columns: exact for every statistic. Those named as a fact are 0 or 1. */
export class Samples {
  readonly apiName: string
  readonly routes: SampleRoute[] = []
  readonly endings: SampleEnding[] = []
  length = 0
  route: Column
  latency: Column
  integrationLatency: Column
  clientError: Column
  serverError: Column
  canary: Column
  backend: Column
  /** Places in `endings`. */
  ending: Uint8Array

  constructor(apiName: string, capacity: number) {
    this.apiName = apiName
    this.route = new Uint16Array(capacity)
    this.latency = new Uint16Array(capacity)
    this.integrationLatency = new Uint16Array(capacity)
    this.clientError = new Uint16Array(capacity)
    this.serverError = new Uint16Array(capacity)
    this.canary = new Uint16Array(capacity)
    this.backend = new Uint16Array(capacity)
    this.ending = new Uint8Array(capacity)
  }

  add(sample: Sample): void {
    if (this.length === this.route.length) this.#grow()
    this.set(this.length++, sample)
  }

  set(at: number, { route, status, latencyMs, integrationLatencyMs, isCanary, refusal }: Sample): void {
    this.ending[at] = this.#endingOf(status, refusal)
    this.route[at] = this.#indexOf(route)
    this.latency[at] = Math.min(latencyMs, longest)
    this.integrationLatency[at] = Math.min(integrationLatencyMs ?? 0, longest)
    this.clientError[at] = status >= 400 && status < 500 ? 1 : 0
    this.serverError[at] = status >= 500 ? 1 : 0
    this.canary[at] = isCanary ? 1 : 0
    this.backend[at] = integrationLatencyMs === undefined ? 0 : 1
  }

  /** The background traffic hands in the same object for the same route; other requests bring an equal one. */
  #indexOf(route: SampleRoute): number {
    const same = this.routes.indexOf(route)
    if (same >= 0) return same
    const equal = this.routes.findIndex(
      ({ resource, verb, detailed }) =>
        resource === route.resource && verb === route.verb && detailed === route.detailed,
    )
    return equal >= 0 ? equal : this.routes.push(route) - 1
  }

  #endingOf(status: number, refusal: Refusal | undefined): number {
    const { endings } = this
    const known = endings.findIndex((ending) => ending.status === status && ending.refusal?.type === refusal?.type)
    return known >= 0 ? known : endings.push({ status, refusal }) - 1
  }

  #grow(): void {
    const capacity = Math.max(16, this.route.length * 2)
    const grown = (from: Column): Column => {
      const to = new Uint16Array(capacity)
      to.set(from)
      return to
    }
    const endings = new Uint8Array(capacity)
    endings.set(this.ending)
    this.ending = endings
    this.route = grown(this.route)
    this.latency = grown(this.latency)
    this.integrationLatency = grown(this.integrationLatency)
    this.clientError = grown(this.clientError)
    this.serverError = grown(this.serverError)
    this.canary = grown(this.canary)
    this.backend = grown(this.backend)
  }
}
