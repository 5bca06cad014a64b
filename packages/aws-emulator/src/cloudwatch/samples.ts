/** What the metrics need to know of one request. Latencies are whole ms. */
export type Sample = {
  route: SampleRoute
  status: number
  latencyMs: number
  integrationLatencyMs: number | undefined
  isCanary: boolean
}

export type SampleRoute = { resource?: string; verb?: string; detailed: boolean }

export const flag = { clientError: 1, serverError: 2, canary: 4, backend: 8 } as const

/** Requests out of some samples: all of them or, by their places, those picked, some more than once. */
export type Requests = { samples: Samples; picks: Uint16Array | undefined }

export const countOf = ({ samples, picks }: Requests) => picks?.length ?? samples.length

const longest = 65535

/** Requests of one stage while nothing about it changed, as columns: 7 bytes a request, exact for every statistic. */
export class Samples {
  readonly apiName: string
  readonly routes: SampleRoute[] = []
  length = 0
  route: Uint16Array
  latency: Uint16Array
  integrationLatency: Uint16Array
  flags: Uint8Array

  constructor(apiName: string, capacity: number) {
    this.apiName = apiName
    this.route = new Uint16Array(capacity)
    this.latency = new Uint16Array(capacity)
    this.integrationLatency = new Uint16Array(capacity)
    this.flags = new Uint8Array(capacity)
  }

  add(sample: Sample): void {
    if (this.length === this.flags.length) this.#grow()
    this.set(this.length++, sample)
  }

  set(at: number, { route, status, latencyMs, integrationLatencyMs, isCanary }: Sample): void {
    this.route[at] = this.#indexOf(route)
    this.latency[at] = Math.min(latencyMs, longest)
    this.integrationLatency[at] = Math.min(integrationLatencyMs ?? 0, longest)
    this.flags[at] =
      (status >= 500 ? flag.serverError : status >= 400 ? flag.clientError : 0) |
      (isCanary ? flag.canary : 0) |
      (integrationLatencyMs === undefined ? 0 : flag.backend)
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

  #grow(): void {
    const capacity = Math.max(16, this.flags.length * 2)
    const grown = <Column extends Uint16Array | Uint8Array>(to: Column, from: Column): Column => (to.set(from), to)
    this.route = grown(new Uint16Array(capacity), this.route)
    this.latency = grown(new Uint16Array(capacity), this.latency)
    this.integrationLatency = grown(new Uint16Array(capacity), this.integrationLatency)
    this.flags = grown(new Uint8Array(capacity), this.flags)
  }
}
