import type { Place } from '../lib/store.ts'
import { Samples, type Requests, type Sample } from '../cloudwatch/samples.ts'
import { minuteMs } from './arrivals.ts'
import { compacted } from './compact-samples.ts'

/** How many requests are remembered one by one, the latest: about 50 MB. They can't be worked out anew. */
const standardBounds = { mostKept: 3_000_000, mostMinutes: 100_000 }

/** What a stage, by its key, got in the minute that began at an instant. */
type Minute = { key: string; start: number; parts: Requests[] }

export type OutsideMinute = { stageName: string; at: number; samples: Samples[] }

/**
 * Requests that came from outside the plan, by stage and minute. A minute that is over keeps what was alike as a count; the
 * oldest minutes are forgotten first.
 */
export class OutsideRequests {
  readonly #minutes = new Map<string, Minute>()
  /** The minute that each stage is in. */
  readonly #latest = new Map<string, Minute>()
  #kept = 0
  readonly #bounds: typeof standardBounds

  constructor(bounds = standardBounds) {
    this.#bounds = bounds
  }

  record(key: string, apiName: string, at: number, sample: Sample, hasCache: boolean): void {
    const start = at - (at % minuteMs)
    let minute = this.#latest.get(key)
    if (minute?.start !== start) minute = this.#open(key, start)
    let part = minute.parts.at(-1)
    if (!part || part.times || part.samples.apiName !== apiName || part.samples.hasCache !== hasCache) {
      part = { samples: new Samples(apiName, 16, hasCache) }
      minute.parts.push(part)
    }
    part.samples.add(sample)
    this.#kept++
    const { mostKept, mostMinutes } = this.#bounds
    if (this.#kept > mostKept) this.#compact(minute)
    // Some room more than is needed: compacting anew for every request would take long.
    if (this.#kept > mostKept * 0.9 && minute.parts.at(-1)?.times) this.#dropOldest()
    if (this.#minutes.size > mostMinutes) this.#dropOldest()
  }

  between(key: string, from: number, to: number): Requests[] {
    const parts: Requests[] = []
    if (this.#minutes.size === 0) return parts
    for (let at = from; at < to; at += minuteMs) parts.push(...(this.#minutes.get(`${key}/${at}`)?.parts ?? []))
    return parts
  }

  hasAny(key: string, from: number, to: number): boolean {
    if (this.#minutes.size === 0) return false
    for (let at = from; at < to; at += minuteMs) if (this.#minutes.has(`${key}/${at}`)) return true
    return false
  }

  /** All minutes of a place's stages. */
  of({ account, region }: Place): OutsideMinute[] {
    const prefix = `${account}/${region}/`
    return [...this.#minutes.values()]
      .filter(({ key }) => key.startsWith(prefix))
      .map(({ key, start, parts }) => ({
        stageName: key.slice(key.lastIndexOf('/') + 1),
        at: start,
        samples: parts.map(({ samples }) => samples),
      }))
  }

  forget(isGone: (key: string) => boolean): void {
    for (const minute of [...this.#minutes.values()].filter(({ key }) => isGone(key))) this.#drop(minute)
  }

  #open(key: string, start: number): Minute {
    const before = this.#latest.get(key)
    if (before) this.#compact(before)
    const minute = this.#minutes.get(`${key}/${start}`) ?? { key, start, parts: [] }
    this.#minutes.set(`${key}/${start}`, minute)
    this.#latest.set(key, minute)
    return minute
  }

  #compact(minute: Minute): void {
    this.#kept -= sizeOf(minute)
    minute.parts = minute.parts.map(compacted)
    this.#kept += sizeOf(minute)
  }

  /** Even the minute that goes on, if it is the only one: on a clock that stands still it has no end. */
  #dropOldest(): void {
    const [oldest] = this.#minutes.values()
    if (oldest) this.#drop(oldest)
  }

  #drop(minute: Minute): void {
    this.#kept -= sizeOf(minute)
    this.#minutes.delete(`${minute.key}/${minute.start}`)
    if (this.#latest.get(minute.key) === minute) this.#latest.delete(minute.key)
  }
}

const sizeOf = ({ parts }: Minute) => parts.reduce((sum, { samples }) => sum + samples.length, 0)
