import { machineNow, type WorldClock } from '../lib/clock.ts'
import type { Store, Write } from '../lib/store.ts'
import type { World } from './seeding.ts'

/** Not an account: where the data folder keeps what belongs to the whole world. */
export const worldPlace = { account: 'world', region: 'world' }

type Kept = World & { seed: number; instant: number; machine: number }

type WorldState = World & { seed: number; clock: WorldClock }

/** What the data folder knows of its world; undefined at the first start. */
export function readKeptWorld(store: Store) {
  const kept = store.get<Kept>(worldPlace, 'world', 'world')
  if (!kept) return undefined
  const { seed, world, stages, instant, machine } = kept
  return {
    seed,
    world,
    stages,
    /** While the emulator was off, world time went on at the machine's pace; a clock that stands still stays. */
    resumeAt: (speed: number | undefined) => instant + (speed === 0 ? 0 : Math.max(0, machineNow() - machine)),
  }
}

/** Keeps the clock's instant, so that it never runs backwards, not even over a crash. */
export function keepWorld(store: Store, state: WorldState): void {
  store.commit([worldRow(state)])
}

/** The row itself: it goes along with every write, so that no write is ever later than the kept clock. */
export function worldRow({ seed, world, stages, clock }: WorldState): Write {
  const value: Kept = { seed, world, stages, instant: clock.now(), machine: machineNow() }
  return { ...worldPlace, kind: 'world', id: 'world', value }
}
