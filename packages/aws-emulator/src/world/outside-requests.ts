import { Samples, type Requests, type Sample } from '../cloudwatch/samples.ts'
import { minuteMs } from './arrivals.ts'
import { compacted } from './compact-samples.ts'

/** How many requests are remembered one by one, the latest: about 70 MB. They can't be worked out anew. */
const mostKept = 3_000_000
const mostMinutes = 100_000

type Minute = { key: string; start: number; parts: Requests[] }

/**
 * Requests that came from outside the plan, by stage and minute. A minute that is over keeps what was alike as a count; the
 * oldest minutes are forgotten first.
 */
export class OutsideRequests {
  readonly #minutes = new Map<string, Minute>()
  /** The minute that each stage is in. */
  readonly #latest = new Map<string, Minute>()
  #kept = 0

  record(key: string, apiName: string, at: number, sample: Sample, hasCache: boolean): void {
    const start = at - (at % minuteMs)
    let minute = this.#latest.get(key)
    if (minute?.start !== start) minute = this.#open(key, start)
    let samples = minute.parts.at(-1)?.samples
    if (samples?.apiName !== apiName || samples.hasCache !== hasCache) {
      samples = new Samples(apiName, 16, hasCache)
      minute.parts.push({ samples })
    }
    samples.add(sample)
    this.#kept++
    if (this.#kept > mostKept || this.#minutes.size > mostMinutes) this.#dropOldest()
  }

  between(key: string, from: number, to: number): Requests[] {
    const parts: Requests[] = []
    if (this.#minutes.size === 0) return parts
    for (let at = from; at < to; at += minuteMs) parts.push(...(this.#minutes.get(`${key}/${at}`)?.parts ?? []))
    return parts
  }

  forget(isGone: (key: string) => boolean): void {
    for (const minute of [...this.#minutes.values()].filter(({ key }) => isGone(key))) this.#drop(minute)
  }

  #open(key: string, start: number): Minute {
    const before = this.#latest.get(key)
    if (before) {
      this.#kept -= sizeOf(before)
      before.parts = before.parts.map(compacted)
      this.#kept += sizeOf(before)
    }
    const minute = this.#minutes.get(`${key}/${start}`) ?? { key, start, parts: [] }
    this.#minutes.set(`${key}/${start}`, minute)
    this.#latest.set(key, minute)
    return minute
  }

  /** A minute that goes on for ever, on a clock that stands still, is dropped whole like any other. */
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
