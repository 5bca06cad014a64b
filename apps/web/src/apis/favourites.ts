import { useSyncExternalStore } from 'react'

/** Stages starred in this browser, by `connection/apiId/stage`. */
const storageKey = 'callboard.favourites'
const listeners = new Set<() => void>()
let current = read()

function read(): ReadonlySet<string> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]')
    return new Set(Array.isArray(stored) ? stored.filter((key) => typeof key === 'string') : [])
  } catch {
    // A broken or forbidden storage means none.
    return new Set()
  }
}

function apply(next: ReadonlySet<string>) {
  current = next
  for (const listener of listeners) listener()
}

const onStorage = (event: StorageEvent) => event.key === storageKey && apply(read())

export function toggleFavourite(key: string) {
  const next = new Set(current)
  if (!next.delete(key)) next.add(key)
  apply(next)
  try {
    localStorage.setItem(storageKey, JSON.stringify([...next]))
  } catch {
    // It then holds for this tab only.
  }
}

function subscribe(listener: () => void) {
  if (listeners.size === 0) window.addEventListener('storage', onStorage)
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) window.removeEventListener('storage', onStorage)
  }
}

export const useFavourites = (): ReadonlySet<string> => useSyncExternalStore(subscribe, () => current)
