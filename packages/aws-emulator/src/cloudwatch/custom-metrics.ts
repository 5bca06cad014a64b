import type { Place } from '../lib/store.ts'
import { LooseTally } from './loose-tally.ts'
import type { MetricName } from './metric-name.ts'
import { metricKey } from './metric-name.ts'

const minuteMs = 60_000
/** Minutes of all metrics together that are remembered; the oldest written are forgotten first. */
const keptMinutes = 200_000

type Published = MetricName & { minutes: Map<number, LooseTally>; unit: string | undefined }

/** The metrics that programs publish themselves, by the minute, in memory only. */
export class CustomMetrics {
  readonly #byPlace = new Map<string, Map<string, Published>>()
  readonly #order: { metric: Published; minute: number }[] = []

  add(place: Place, metric: MetricName, unit: string | undefined, at: number, put: (tally: LooseTally) => void): void {
    const placeKey = `${place.account}/${place.region}`
    const metrics = this.#byPlace.get(placeKey) ?? new Map<string, Published>()
    this.#byPlace.set(placeKey, metrics)
    const key = metricKey(metric)
    const published = metrics.get(key) ?? { ...metric, minutes: new Map<number, LooseTally>(), unit }
    metrics.set(key, published)
    const minute = at - (at % minuteMs)
    let tally = published.minutes.get(minute)
    if (!tally) {
      published.minutes.set(minute, (tally = new LooseTally()))
      this.#order.push({ metric: published, minute })
      this.#forgetOldest()
    }
    put(tally)
  }

  /** The values of a period, which begins and ends with a minute; undefined where there are none. */
  between(place: Place, metric: MetricName, from: number, to: number): LooseTally | undefined {
    const minutes = this.#find(place, metric)?.minutes
    if (!minutes) return undefined
    const sum = new LooseTally()
    if ((to - from) / minuteMs > minutes.size) {
      for (const [minute, tally] of minutes) if (minute >= from && minute < to) sum.addAll(tally)
    } else {
      for (let minute = from; minute < to; minute += minuteMs) {
        const tally = minutes.get(minute)
        if (tally) sum.addAll(tally)
      }
    }
    return sum.count > 0 ? sum : undefined
  }

  unitOf = (place: Place, metric: MetricName): string | undefined => this.#find(place, metric)?.unit

  /** Those with values since an instant. */
  list(place: Place, since: number): MetricName[] {
    const metrics = this.#byPlace.get(`${place.account}/${place.region}`)?.values() ?? []
    return [...metrics]
      .filter(({ minutes }) => [...minutes.keys()].some((minute) => minute >= since))
      .map(({ namespace, name, dimensions }) => ({ namespace, name, dimensions }))
  }

  forget(matches: (place: Place) => boolean): void {
    for (const key of this.#byPlace.keys()) {
      const [account = '', region = ''] = key.split('/')
      if (matches({ account, region })) this.#byPlace.delete(key)
    }
  }

  #find({ account, region }: Place, metric: MetricName): Published | undefined {
    return this.#byPlace.get(`${account}/${region}`)?.get(metricKey(metric))
  }

  #forgetOldest(): void {
    if (this.#order.length <= keptMinutes * 1.1) return
    for (const { metric, minute } of this.#order.splice(0, this.#order.length - keptMinutes))
      metric.minutes.delete(minute)
  }
}
