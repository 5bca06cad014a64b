import type { LogSink } from '../execute-api/logs/log-sink.ts'
import type { Place } from '../lib/store.ts'
import type { LogEvent } from './log-event.ts'

/** Of each group the latest are kept, and no more than that of all together. */
const keptInGroup = 20_000
const keptInAll = 200_000

/** Higher than those of planned requests, of which a group has some thousands in a minute: no two lines are alike. */
const firstSerial = 10_000_000

/** Told of each line as it comes in. */
type OnLine = (place: Place, group: string, timestamp: number, message: string) => void

type Group = { place: Place; name: string; events: LogEvent[] }

/** Lines that came as they happened: of requests from outside, and those that programs put. In memory, oldest forgotten first. */
export class LogStore {
  readonly #onLine: OnLine
  readonly #groups = new Map<string, Group>()
  #serial = firstSerial
  #count = 0

  constructor(onLine: OnLine = () => {}) {
    this.#onLine = onLine
  }

  /** Notes a line (world ms); the sink of the data plane. */
  readonly append: LogSink = (account, region, group, stream, timestamp, message) => {
    const key = `${account}/${region}/${group}`
    const known = this.#groups.get(key) ?? { place: { account, region }, name: group, events: [] }
    // The one that was written to last is the last to be forgotten.
    this.#groups.delete(key)
    this.#groups.set(key, known)
    insert(known.events, { timestamp, stream, message, serial: this.#serial++ })
    this.#count++
    this.#onLine(known.place, group, timestamp, message)
    if (known.events.length >= keptInGroup * 1.1) this.#cut(known, known.events.length - keptInGroup)
    if (this.#count >= keptInAll * 1.1) this.#forgetOldest()
  }

  /** Events of a group in the order of their instants; `to` is out. */
  between(place: Place, group: string, from: number, to: number): LogEvent[] {
    const events = this.#find(place, group)?.events ?? []
    return events.slice(firstAt(events, from), firstAt(events, to))
  }

  /** Names of groups that have events. */
  groups({ account, region }: Place): string[] {
    return [...this.#groups.values()]
      .filter(({ place, events }) => place.account === account && place.region === region && events.length > 0)
      .map(({ name }) => name)
  }

  /** Names of a group's streams to the instants of their first and last event. */
  streams(place: Place, group: string): Map<string, { first: number; last: number }> {
    const streams = new Map<string, { first: number; last: number }>()
    for (const { stream, timestamp } of this.#find(place, group)?.events ?? []) {
      streams.set(stream, { first: streams.get(stream)?.first ?? timestamp, last: timestamp })
    }
    return streams
  }

  /** Of a group all events, or those of one stream. */
  drop(place: Place, group: string, stream?: string): void {
    const known = this.#find(place, group)
    if (!known) return
    const left = stream === undefined ? [] : known.events.filter((event) => event.stream !== stream)
    this.#count -= known.events.length - left.length
    known.events = left
  }

  forget(matches: (place: Place) => boolean): void {
    for (const { place, name } of this.#groups.values()) if (matches(place)) this.drop(place, name)
  }

  #find({ account, region }: Place, group: string): Group | undefined {
    return this.#groups.get(`${account}/${region}/${group}`)
  }

  #cut(group: Group, count: number): void {
    group.events = group.events.slice(count)
    this.#count -= count
  }

  #forgetOldest(): void {
    for (const group of this.#groups.values()) {
      if (this.#count <= keptInAll) return
      this.#cut(group, Math.min(group.events.length, this.#count - keptInAll))
    }
  }
}

/** Nearly always it is the latest. */
function insert(events: LogEvent[], event: LogEvent): void {
  const last = events.at(-1)
  if (!last || last.timestamp <= event.timestamp) events.push(event)
  else events.splice(firstAt(events, event.timestamp + 1), 0, event)
}

/** The place of the first event at or after an instant. */
function firstAt(events: LogEvent[], instant: number): number {
  let [low, high] = [0, events.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (events[middle]!.timestamp < instant) low = middle + 1
    else high = middle
  }
  return low
}
