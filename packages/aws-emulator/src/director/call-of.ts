import type { Call } from '../apigateway/call.ts'
import type { Emulator } from '../emulator.ts'
import { UnitOfWork, type Place } from '../lib/store.ts'

/** A unit of work of the director's, in some account and region. */
export function callOf({ store, clock, seed, settings }: Emulator, place: Place): Call {
  return { unit: new UnitOfWork(store, place), now: clock.now(), seed, settings }
}
