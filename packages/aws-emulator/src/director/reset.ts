import type { Emulator } from '../emulator.ts'
import type { Place } from '../lib/store.ts'
import { worldPlace } from '../world/kept-world.ts'
import { seedWorld } from '../world/seed-world.ts'
import { demoPlace, type World } from '../world/seeding.ts'

/** Back to the world that the emulator began with, as of now: the clock never runs backwards. With an account, that one only. */
export function resetWorld(emulator: Emulator, account: string | undefined): void {
  const meant = (place: Place) => place.account !== worldPlace.account && (account ?? place.account) === place.account
  emptyPlaces(emulator, meant)
  emulator.faults.clear(account)
  if (meant(demoPlace)) seedPlace(emulator, demoPlace, emulator)
}

/** Makes one account in one region anew. */
export function seedPlace(emulator: Emulator, { account, region }: Place, world: World): void {
  emptyPlaces(emulator, (place) => place.account === account && place.region === region)
  seedWorld(emulator, world, { account, region }, emulator.clock.now())
}

function emptyPlaces(emulator: Emulator, matches: (place: Place) => boolean): void {
  const { store, traffic, held, customMetrics, seriesCache, logs, filteredMetrics } = emulator
  store.clear(matches)
  for (const kept of [traffic, held, customMetrics, seriesCache, logs, filteredMetrics]) kept.forget(matches)
}
