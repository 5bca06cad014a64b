import { useSyncExternalStore } from 'react'

export const themes = ['light', 'dark', 'system'] as const
export const zones = ['local', 'utc'] as const
export type Theme = (typeof themes)[number]
export type Zone = (typeof zones)[number]

interface Preferences {
  theme: Theme
  zone: Zone
}

const key = 'callboard.preferences'
const listeners = new Set<() => void>()
let current = read()

function read(): Preferences {
  let stored: Partial<Preferences> = {}
  try {
    stored = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Preferences>
  } catch {
    // A broken or forbidden storage means the defaults.
  }
  return {
    theme: themes.find((theme) => theme === stored.theme) ?? 'system',
    zone: zones.find((zone) => zone === stored.zone) ?? 'local',
  }
}

function apply(next: Preferences) {
  current = next
  const root = document.documentElement
  if (next.theme === 'system') root.removeAttribute('data-theme')
  else root.dataset.theme = next.theme
  for (const listener of listeners) listener()
}

export function setPreference(change: Partial<Preferences>) {
  apply({ ...current, ...change })
  try {
    localStorage.setItem(key, JSON.stringify(current))
  } catch {
    // It then holds for this tab only.
  }
}

/** Shows times as a link says, until something else is chosen here; nothing is stored. */
export function lookIn(zone: Zone) {
  if (zone !== current.zone) apply({ ...current, zone })
}

/** Applies what was chosen before, here or in another tab. */
export function followPreferences() {
  apply(read())
  window.addEventListener('storage', (event) => event.key === key && apply(read()))
}

export const usePreferences = (): Preferences =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => current,
  )
