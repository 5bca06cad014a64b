/** What the metrics need to know of one request. Latencies are whole ms. */
export type Sample = {
  route: SampleRoute
  status: number
  latencyMs: number
  integrationLatencyMs: number | undefined
  isCanary: boolean
  /** Absent where the method isn't cached. */
  cache?: 'hit' | 'miss'
  /** Where the gateway answered itself: with which of its responses. */
  refusal?: SampleRefusal
}

/** `detail` is what the execution log says of it; of planned requests only, others have written theirs. */
export type SampleRefusal = { type: string; message: string | null; detail?: string }

/** How a request ended, as few kinds as there are. */
export type SampleEnding = { status: number; refusal: SampleRefusal | undefined }

export type SampleRoute = { resource?: string; verb?: string; detailed: boolean; keyed?: boolean }

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
  /** The stage had a cache that served. Only then is there something to say about hits and misses. */
  readonly hasCache: boolean
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
  cacheHit: Column
  cacheMiss: Column
  /** Places in `endings`. */
  ending: Column

  constructor(apiName: string, capacity: number, hasCache: boolean) {
    this.apiName = apiName
    this.hasCache = hasCache
    this.route = new Uint16Array(capacity)
    this.latency = new Uint16Array(capacity)
    this.integrationLatency = new Uint16Array(capacity)
    this.clientError = new Uint16Array(capacity)
    this.serverError = new Uint16Array(capacity)
    this.canary = new Uint16Array(capacity)
    this.backend = new Uint16Array(capacity)
    this.cacheHit = new Uint16Array(hasCache ? capacity : 0)
    this.cacheMiss = new Uint16Array(hasCache ? capacity : 0)
    this.ending = new Uint16Array(capacity)
  }

  add(sample: Sample): void {
    if (this.length === this.route.length) this.#grow()
    this.set(this.length++, sample)
  }

  set(at: number, { route, status, latencyMs, integrationLatencyMs, isCanary, cache, refusal }: Sample): void {
    this.ending[at] = this.#endingOf(status, refusal)
    this.route[at] = this.#indexOf(route)
    this.latency[at] = Math.min(latencyMs, longest)
    this.integrationLatency[at] = Math.min(integrationLatencyMs ?? 0, longest)
    this.clientError[at] = status >= 400 && status < 500 ? 1 : 0
    this.serverError[at] = status >= 500 ? 1 : 0
    this.canary[at] = isCanary ? 1 : 0
    this.backend[at] = integrationLatencyMs === undefined ? 0 : 1
    if (!this.hasCache) return
    this.cacheHit[at] = cache === 'hit' ? 1 : 0
    this.cacheMiss[at] = cache === 'miss' ? 1 : 0
  }

  /** Adds what others have at a place. */
  copy(other: Samples, at: number): void {
    if (this.length === this.route.length) this.#grow()
    const to = this.length++
    const route = other.routes[other.route[at] ?? 0]
    const ending = other.endings[other.ending[at] ?? 0]
    for (const column of columns) this[column][to] = other[column][at] ?? 0
    // What these two name is kept in tables of each one's own.
    this.route[to] = route ? this.#indexOf(route) : 0
    this.ending[to] = ending ? this.#endingOf(ending.status, ending.refusal) : 0
  }

  /** The same for requests that were alike. */
  keyAt(at: number): string {
    return columns.map((column) => this[column][at]).join()
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

  #endingOf(status: number, refusal: SampleRefusal | undefined): number {
    const { endings } = this
    const known = endings.findIndex(
      (ending) =>
        ending.status === status &&
        ending.refusal?.type === refusal?.type &&
        ending.refusal?.detail === refusal?.detail,
    )
    return known >= 0 ? known : endings.push({ status, refusal }) - 1
  }

  #grow(): void {
    const capacity = Math.max(16, this.route.length * 2)
    const grown = (from: Column): Column => {
      const to = new Uint16Array(capacity)
      to.set(from)
      return to
    }
    for (const column of columns) if (this[column].length > 0) this[column] = grown(this[column])
  }
}

const columns = [
  'route',
  'latency',
  'integrationLatency',
  'clientError',
  'serverError',
  'canary',
  'backend',
  'cacheHit',
  'cacheMiss',
  'ending',
] as const
