import type { Emulator, WorldName } from '../emulator.ts'
import type { Place } from '../lib/store.ts'
import { worldPlace } from '../world/kept-world.ts'
import { demoPlace, seedDemo } from '../world/seed-demo.ts'

/** Back to the world that the emulator began with, as of now: the clock never runs backwards. With an account, that one only. */
export function resetWorld(emulator: Emulator, account: string | undefined): void {
  const meant = (place: Place) => place.account !== worldPlace.account && (account ?? place.account) === place.account
  emptyPlaces(emulator, meant)
  emulator.faults.clear(account)
  if (emulator.world === 'demo' && meant(demoPlace)) seedPlace(emulator, demoPlace, 'demo')
}

/** Makes one account in one region anew. */
export function seedPlace(emulator: Emulator, { account, region }: Place, world: WorldName): void {
  emptyPlaces(emulator, (place) => place.account === account && place.region === region)
  if (world === 'demo') seedDemo(emulator, { account, region }, emulator.clock.now())
}

function emptyPlaces({ store, traffic }: Emulator, matches: (place: Place) => boolean): void {
  store.clear(matches)
  traffic.forget(matches)
}
