import { useSyncExternalStore } from 'react'

const kept = new Map<string, unknown>()
const listeners = new Set<() => void>()

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Sets what is kept under a name, or forgets it with undefined. */
export function keep(id: string, value: unknown) {
  if (value === undefined) kept.delete(id)
  else kept.set(id, value)
  for (const listener of listeners) listener()
}

/**
 * State that outlives its page: edits that aren't sent yet are there again after a look at another tab. It lasts as long
 * as the console is open.
 * @param id names it, such as `variables/demo/a7k2q9x1bc/prod`
 * @param empty what it is when nothing is kept; the same value every time
 */
export function useKept<T>(id: string, empty: T): [value: T, set: (next: T) => void] {
  const value = useSyncExternalStore(subscribe, () => (kept.has(id) ? (kept.get(id) as T) : empty))
  return [value, (next) => keep(id, next === empty ? undefined : next)]
}
