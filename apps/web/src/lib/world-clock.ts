import { useSyncExternalStore } from 'react'
import { fromInstant, type Instant } from '@callboard/shared-types/lib/instant'

/**
 * World time: what AWS dates with. The system clock on real AWS, the emulator's in a demo; the BFF says what it is.
 * @param processMs a clock that only ever goes forward, in milliseconds
 */
export function createWorldClock(processMs: () => number) {
  let anchor: { world: number; process: number; speed: number } | null = null
  return {
    set(worldNow: Instant, worldSpeed: number) {
      anchor = { world: fromInstant(worldNow), process: processMs(), speed: worldSpeed }
    },
    /** Epoch milliseconds of the world; null before the BFF has said it. */
    now(): number | null {
      return anchor && anchor.world + (processMs() - anchor.process) * anchor.speed
    },
    /** How long to wait here until `worldMs` have gone by there. */
    processMsFor(worldMs: number): number {
      return worldMs / (anchor?.speed || 1)
    },
  }
}

export const worldClock = createWorldClock(() => performance.now())

const tickMs = 5_000
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined
let shown = 0

function tick() {
  shown = Math.round(worldClock.now() ?? 0)
  for (const listener of listeners) listener()
}

/** Sets the clock and redraws every age on the page. */
export function setWorldClock(worldNow: Instant, worldSpeed: number) {
  worldClock.set(worldNow, worldSpeed)
  tick()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  timer ??= setInterval(tick, tickMs)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** World time for ages, stepping every few seconds; all ages of a page step together. */
export const useWorldNow = (): number => useSyncExternalStore(subscribe, () => shown)
