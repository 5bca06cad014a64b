import { LRUCache } from 'lru-cache'
import type { Place } from '../lib/store.ts'

/** Periods in one block. */
export const blockLength = 60

/** 8 MB of values. */
const keptValues = 1_000_000

/** The values of one series in 60 periods that are all over; NaN where there was no request. They never change again. */
export type Block = Float64Array

/** Points of requests that were worked out, forgotten by least use. */
export class SeriesCache {
  readonly #blocks = new LRUCache<string, Block>({ maxSize: keptValues })

  block(key: string, make: () => Block): Block {
    const known = this.#blocks.get(key)
    if (known) return known
    const block = make()
    this.#blocks.set(key, block, { size: blockLength })
    return block
  }

  forget(matches: (place: Place) => boolean): void {
    const isGone = (key: string) => {
      const [account = '', region = ''] = key.split('/')
      return matches({ account, region })
    }
    for (const key of [...this.#blocks.keys()].filter(isGone)) this.#blocks.delete(key)
  }
}
