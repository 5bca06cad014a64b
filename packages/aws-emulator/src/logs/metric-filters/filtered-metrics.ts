import type { Dimension } from '@aws-sdk/client-cloudwatch'
import { LRUCache } from 'lru-cache'
import { LooseTally } from '../../cloudwatch/loose-tally.ts'
import { dimensionsKey, type MetricName } from '../../cloudwatch/metric-name.ts'
import type { Place, Store } from '../../lib/store.ts'
import type { Traffic } from '../../world/traffic.ts'
import { plannedIn } from '../planned-in.ts'
import { stageLogs } from '../stage-logs.ts'
import { stretchKind, type FilterStretch } from './filter-stretch.ts'
import { FilteredMinute, lineFilter, type LineFilter } from './filter-values.ts'

const minuteMs = 60_000
/** Minutes of all filters together; of events that came from outside the oldest written are forgotten first. */
const keptMinutes = 200_000
/** By size: by number the places of all would be made at the start, which most worlds never fill. */
const kept = { maxSize: keptMinutes, sizeCalculation: () => 1 }
/** How far back is looked for whether a filter that matches seldom has published. */
const listedMinutes = 180

const nothing = new FilteredMinute()

type Source = { traffic: Traffic; place: Place; now: number }

/**
 * What metric filters publish. Events that come from outside are put through the filters as they come in; lines of planned
 * requests when they are asked for, minute by minute, from the filter's beginning on.
 */
export class FilteredMetrics {
  readonly #store: Store
  readonly #outside = new LRUCache<string, FilteredMinute>(kept)
  readonly #planned = new LRUCache<string, FilteredMinute>(kept)
  readonly #filters = new WeakMap<FilterStretch, LineFilter>()
  readonly #stretches = new Map<string, { version: number; all: FilterStretch[] }>()

  constructor(store: Store) {
    this.#store = store
  }

  /** Puts an event through the filters that its group has now (world ms). */
  note(place: Place, group: string, timestamp: number, message: string): void {
    for (const stretch of this.#stretchesOf(place)) {
      if (stretch.group !== group || stretch.to !== undefined) continue
      const key = keyOf(place, stretch, timestamp - (timestamp % minuteMs))
      const minute = this.#outside.get(key) ?? new FilteredMinute()
      this.#outside.set(key, minute)
      this.#put(stretch, minute, message)
    }
  }

  /** The values of a period, which begins and ends with a minute; undefined where there are none. */
  between(source: Source, metric: MetricName, from: number, to: number): LooseTally | undefined {
    const sum = new LooseTally()
    const key = dimensionsKey(metric.dimensions)
    for (const stretch of this.#publishing(source.place, metric)) {
      for (let minute = from; minute < Math.min(to, source.now + 1); minute += minuteMs) {
        const { outside, planned } = this.#minuteOf(source, stretch, minute)
        const tallies = [outside.tallyOf(key), planned.tallyOf(key)].filter((tally) => tally !== undefined)
        for (const tally of tallies) sum.addAll(tally)
        const { defaultValue } = stretch.transformation
        const isUnmatched = !outside.hasValues && !planned.hasValues && outside.events + planned.events > 0
        // One value for a minute in which events came and none matched (documented; that it's one is guessed).
        if (defaultValue !== undefined && isUnmatched && metric.dimensions.length === 0) sum.add(defaultValue, 1)
      }
    }
    return sum.count > 0 ? sum : undefined
  }

  unitOf(place: Place, metric: MetricName): string | undefined {
    return this.#publishing(place, metric)[0]?.transformation.unit
  }

  /** Those that published since an instant, as far as the last hours of planned requests tell. */
  list(source: Source, since: number): MetricName[] {
    return this.#stretchesOf(source.place).flatMap((stretch) => {
      const { metricName: name = '', metricNamespace: namespace = '' } = stretch.transformation
      return this.#dimensionSets(source, stretch, since).map((dimensions) => ({ namespace, name, dimensions }))
    })
  }

  forget(matches: (place: Place) => boolean): void {
    for (const cache of [this.#outside, this.#planned]) {
      for (const key of cache.keys()) {
        const [account = '', region = ''] = key.split('/')
        if (matches({ account, region })) cache.delete(key)
      }
    }
  }

  #dimensionSets(source: Source, stretch: FilterStretch, since: number): Dimension[][] {
    const { place, now } = source
    const found = new Map<string, Dimension[]>()
    const note = (minute: FilteredMinute) => {
      const isUnmatched = !minute.hasValues && minute.events > 0 && stretch.transformation.defaultValue !== undefined
      const sets = isUnmatched ? [[]] : minute.dimensionSets
      for (const dimensions of sets) found.set(dimensionsKey(dimensions), dimensions)
    }
    const prefix = keyOf(place, stretch, '')
    for (const [key, minute] of this.#outside.entries()) {
      if (key.startsWith(prefix) && Number(key.slice(prefix.length)) >= since) note(minute)
    }
    const end = Math.min(now, stretch.to ?? now)
    const begin = Math.max(stretch.from, since, end - listedMinutes * minuteMs)
    for (let minute = end - (end % minuteMs); minute > begin - minuteMs; minute -= minuteMs) {
      note(this.#minuteOf(source, stretch, minute).planned)
    }
    return [...found.values()]
  }

  #publishing(place: Place, { namespace, name, dimensions }: MetricName): FilterStretch[] {
    return this.#stretchesOf(place).filter(
      ({ transformation: { metricName, metricNamespace, dimensions: own = {} } }) =>
        metricName === name &&
        metricNamespace === namespace &&
        Object.keys(own).length === dimensions.length &&
        dimensions.every(({ Name = '' }) => Object.hasOwn(own, Name)),
    )
  }

  #minuteOf(source: Source, stretch: FilterStretch, minute: number) {
    const key = keyOf(source.place, stretch, minute)
    return { outside: this.#outside.get(key) ?? nothing, planned: this.#plannedMinute(source, stretch, minute, key) }
  }

  #plannedMinute({ traffic, place, now }: Source, stretch: FilterStretch, minute: number, key: string): FilteredMinute {
    const end = Math.min(minute + minuteMs, stretch.to ?? Infinity)
    const from = Math.max(minute, stretch.from)
    if (end <= from) return nothing
    const known = this.#planned.get(key)
    if (known) return known
    const made = new FilteredMinute()
    const group = { name: stretch.group, stageLogs: stageLogs(traffic, place).get(stretch.group) ?? [] }
    const only = { needs: this.#filterOf(stretch).needs, onPassedOver: (lines: number) => (made.events += lines) }
    for (const { message } of plannedIn(traffic, place, group, { from, to: Math.min(end, now + 1), only })) {
      this.#put(stretch, made, message)
    }
    if (minute + minuteMs <= now) this.#planned.set(key, made)
    return made
  }

  #put(stretch: FilterStretch, minute: FilteredMinute, message: string): void {
    minute.events++
    const published = this.#filterOf(stretch).publish(message)
    if (published) minute.add(published)
  }

  #filterOf(stretch: FilterStretch): LineFilter {
    const made = this.#filters.get(stretch) ?? lineFilter(stretch.pattern, stretch.transformation)
    this.#filters.set(stretch, made)
    return made
  }

  /** Read anew only where one was written: every line that comes in asks. */
  #stretchesOf(place: Place): FilterStretch[] {
    const key = `${place.account}/${place.region}`
    const version = this.#store.version(place, stretchKind)
    const known = this.#stretches.get(key)
    if (known?.version === version) return known.all
    const all = this.#store.list<FilterStretch>(place, stretchKind)
    this.#stretches.set(key, { version, all })
    return all
  }
}

const keyOf = ({ account, region }: Place, { id }: FilterStretch, minute: number | '') =>
  `${account}/${region}/${id}\n${minute}`
