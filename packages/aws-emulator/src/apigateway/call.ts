import type { CallBackend } from '../execute-api/integrations/call-backend.ts'
import { madeId } from '../lib/ids.ts'
import type { Settings } from '../lib/settings.ts'
import type { UnitOfWork } from '../lib/store.ts'
import { kinds } from './records.ts'
import type { UsageReader } from './usage-reader.ts'

/** What an operation works with: who calls, when (world ms), and the one unit of work of the request. */
export type Call = {
  unit: UnitOfWork
  now: number
  seed: number
  settings: Settings
  /** What keys have used; absent while a world is being made. */
  usage?: UsageReader
  /** The way to HTTP backends; absent while a world is being made. */
  callBackend?: CallBackend
}

/** A fresh id of this account and region; the count is kept with the rows, so that equal worlds get equal ids. */
export function newId({ unit, seed }: Pick<Call, 'unit' | 'seed'>, length: number): string {
  const count = (unit.get<number>(kinds.counter, 'ids') ?? 0) + 1
  unit.put(kinds.counter, 'ids', count)
  return madeId(seed, unit.place.account, unit.place.region, count, length)
}
