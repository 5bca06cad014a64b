/**
 * The world clock. It starts at a kept instant, never runs backwards, and can be advanced and sped up. This file is the
 * only one that reads the machine's clocks for data.
 */
export type WorldClock = {
  /** World time, in whole ms since the epoch. */
  now(): number
  speed(): number
  setSpeed(speed: number): void
  /** Moves the clock forward; an earlier instant is refused. */
  moveTo(instant: number): void
}

export class ClockError extends Error {}

export function worldClock(startAt: number, speed: number): WorldClock {
  let base = startAt
  let rate = speed
  let since = performance.now()
  const now = () => Math.floor(base + (performance.now() - since) * rate)
  const settle = (instant: number) => {
    base = instant
    since = performance.now()
  }
  return {
    now,
    speed: () => rate,
    setSpeed(next) {
      settle(now())
      rate = next
    },
    moveTo(instant) {
      if (instant < now()) throw new ClockError('The world clock never runs backwards')
      settle(instant)
    },
  }
}

/** The machine's own time, in ms: the default start of a world, and what tells how long the emulator was off. */
export const machineNow = () => Date.now()

/** Milliseconds that only go forward: for the control plane's request bucket, which limits real callers. */
export const processMs = () => performance.now()

/** Control-plane dates are whole seconds, as in every recording. */
export const epochSeconds = (instant: number) => Math.floor(instant / 1000)

export const dateOf = (seconds: number) => new Date(seconds * 1000)
export const isoInstant = (instant: number) => new Date(instant).toISOString()
