import { kinds } from '../apigateway/records.ts'
import type { Emulator } from '../emulator.ts'
import { conflict } from '../lib/aws-error.ts'
import type { Place } from '../lib/store.ts'
import type { WorldFunction } from '../world/world-function.ts'

/** A function is made once: the past of the stages that call it is worked out from what it is. */
export function makeFunction({ store }: Emulator, place: Place, value: WorldFunction): void {
  const known = store.get<WorldFunction>(place, kinds.worldFunction, value.name)
  if (JSON.stringify(known) === JSON.stringify(value)) return
  if (known) throw conflict(`There is another function ${value.name} already: seed or reset the account first`)
  store.commit([{ ...place, kind: kinds.worldFunction, id: value.name, value }])
}
