import type { Place } from '../lib/store.ts'
import { seedDemo } from './seed-demo.ts'
import { seedFleet } from './seed-fleet.ts'
import type { Seeding, World } from './seeding.ts'

/** Fills an empty place with a world, as it is at the instant (world ms). */
export function seedWorld(seeding: Seeding, { world, stages }: World, place: Place, now: number): void {
  if (world === 'demo') seedDemo(seeding, place, now)
  if (world === 'fleet') seedFleet(seeding, place, now, stages)
}
