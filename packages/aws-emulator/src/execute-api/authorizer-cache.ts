import { LRUCache } from 'lru-cache'
import type { Place } from '../lib/store.ts'
import { forgetPlaces } from './forget-places.ts'
import type { AuthorizerAnswer } from './authorizer-answer.ts'

const most = 10_000

/** What authorizers answered, as long as they allow, on the world clock. */
export class AuthorizerCache {
  readonly #answers = new LRUCache<string, { answer: AuthorizerAnswer; until: number }>({ max: most })

  get(key: string, now: number): AuthorizerAnswer | undefined {
    const known = this.#answers.get(key)
    return known && now < known.until ? known.answer : undefined
  }

  put(key: string, answer: AuthorizerAnswer, until: number): void {
    this.#answers.set(key, { answer, until })
  }

  forget(matches: (place: Place) => boolean): void {
    forgetPlaces(this.#answers, matches)
  }
}
