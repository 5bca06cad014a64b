import { UnitOfWork, type Place } from '../lib/store.ts'
import { buildApi } from './demo/build-api.ts'
import { fleetApi, stagesPerApi } from './fleet/fleet-api.ts'
import type { Seeding } from './seeding.ts'

/** Fills a place with that many stages, four to an API: a big world for benchmarks, with light traffic. */
export function seedFleet({ store, seed, settings }: Seeding, place: Place, now: number, stages: number): void {
  const unit = new UnitOfWork(store, place)
  for (let index = 0; index * stagesPerApi < stages; index++) {
    const api = fleetApi(index, Math.min(stagesPerApi, stages - index * stagesPerApi))
    buildApi((instant) => ({ unit, now: instant, seed, settings }), api, now)
  }
  unit.commit()
}
