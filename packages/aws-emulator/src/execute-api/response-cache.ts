import { LRUCache } from 'lru-cache'
import type { Place } from '../lib/store.ts'
import { forgetPlaces } from './forget-places.ts'
import type { StageAnswer } from './exchange.ts'

/** A longer answer isn't kept (documented). */
const longestAnswer = 1_048_576
/** Of all stages together: a real cluster holds more, but the emulator's memory has an end. */
const mostBytes = 64 * 1024 * 1024
const ownBytes = 300

type Entry = { answer: StageAnswer; until: number }

/** What the cache clusters of all stages hold, on the world clock. Like a real cluster it may drop entries early. */
export class ResponseCache {
  readonly #entries = new LRUCache<string, Entry>({ maxSize: mostBytes, sizeCalculation: sizeOf })

  get(key: string, now: number): StageAnswer | undefined {
    const entry = this.#entries.get(key)
    return entry && now < entry.until ? entry.answer : undefined
  }

  put(key: string, answer: StageAnswer, until: number): void {
    const entry = { answer, until }
    if (answer.body.length <= longestAnswer) this.#entries.set(key, entry)
  }

  forget(matches: (place: Place) => boolean): void {
    forgetPlaces(this.#entries, matches)
  }
}

function sizeOf({ answer: { headers, body } }: Entry, key: string): number {
  return headers.reduce((sum, [name, value]) => sum + name.length + value.length, ownBytes + key.length + body.length)
}
