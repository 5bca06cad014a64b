import type { Place } from '../lib/store.ts'

/** Drops what belongs to the places that match: keys begin with account and region. */
export function forgetPlaces(
  known: { keys(): Iterable<string>; delete(key: string): unknown },
  matches: (place: Place) => boolean,
): void {
  for (const key of Array.from(known.keys())) {
    const [account = '', region = ''] = key.split('/')
    if (matches({ account, region })) known.delete(key)
  }
}
