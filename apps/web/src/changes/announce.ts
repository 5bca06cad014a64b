import { useSyncExternalStore } from 'react'
import type { Change } from '@callboard/shared-types/changes/change.schemas'

let announced: readonly Change[] = []
let taken = 0
const listeners = new Set<() => void>()

/** Says what happened. Only for a change that is done. */
export function announceChange(change: Change) {
  announced = [...announced, change]
  for (const listener of listeners) listener()
}

/** Those of them that weren't handed out before: what shows them comes and goes with the frame, and says nothing twice. */
export function takeNew(all: readonly Change[]): readonly Change[] {
  const fresh = all.slice(taken)
  taken = all.length
  return fresh
}

/** What was announced since the page was opened. As long as it's empty, what shows it needn't be there. */
export const useAnnounced = (): readonly Change[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => announced,
  )
