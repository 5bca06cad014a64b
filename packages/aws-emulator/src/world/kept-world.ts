import type { WorldName } from '../emulator.ts'
import { machineNow, type WorldClock } from '../lib/clock.ts'
import type { Store, Write } from '../lib/store.ts'

/** Not an account: where the data folder keeps what belongs to the whole world. */
export const worldPlace = { account: 'world', region: 'world' }

type Kept = { seed: number; world: WorldName; instant: number; machine: number }

type WorldState = { seed: number; world: WorldName; clock: WorldClock }

/** What the data folder knows of its world; undefined at the first start. */
export function readKeptWorld(store: Store) {
  const kept = store.get<Kept>(worldPlace, 'world', 'world')
  if (!kept) return undefined
  const { seed, world, instant, machine } = kept
  return {
    seed,
    world,
    /** While the emulator was off, world time went on at the machine's pace; a clock that stands still stays. */
    resumeAt: (speed: number | undefined) => instant + (speed === 0 ? 0 : Math.max(0, machineNow() - machine)),
  }
}

/** Keeps the clock's instant, so that it never runs backwards, not even over a crash. */
export function keepWorld(store: Store, { seed, world, clock }: WorldState): void {
  store.commit([worldRow({ seed, world, clock })])
}

/** The row itself: it goes along with every write, so that no write is ever later than the kept clock. */
export function worldRow({ seed, world, clock }: WorldState): Write {
  const value: Kept = { seed, world, instant: clock.now(), machine: machineNow() }
  return { ...worldPlace, kind: 'world', id: 'world', value }
}
