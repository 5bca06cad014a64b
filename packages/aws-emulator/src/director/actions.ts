import { z } from 'zod'
import type { Emulator } from '../emulator.ts'
import type { DataPlane } from '../execute-api/handle-request.ts'
import { defaultStages, mostStages, worldNames } from '../world/seeding.ts'
import { worldFunction } from '../world/world-function.ts'
import { action, type DirectorAction } from './action.ts'
import { clockActions } from './clock.ts'
import { fault } from './faults.ts'
import { functionFaultActions } from './function-faults.ts'
import { makeFunction } from './make-function.ts'
import { resetWorld, seedPlace } from './reset.ts'
import { trafficAction } from './traffic.ts'
import { webAclAction } from './web-acl.ts'
import { worldFileActions } from './world-file.ts'

const account = z.string().regex(/^\d{12}$/, 'an account has 12 digits')
const region = z.string().regex(/^[a-z0-9-]+$/)

const nothing = z.strictObject({})
const place = z.strictObject({ account, region })
const maybeAccount = z.strictObject({ account: account.optional() })

/** Every endpoint below `/_emulator/`. */
export function directorActions(emulator: Emulator, dataPlane: DataPlane): Record<string, DirectorAction> {
  const { calls, faults } = emulator
  const seed = place.extend({
    world: z.enum(worldNames).default('demo'),
    stages: z.int().min(1).max(mostStages).default(defaultStages),
  })
  const worldFunctionInput = place.extend({ function: worldFunction })
  return {
    'POST reset': action(maybeAccount, ({ account }) => resetWorld(emulator, account)),
    'POST seed': action(seed, (asked) => seedPlace(emulator, asked, asked)),
    ...clockActions(emulator),
    ...worldFileActions(emulator),
    'POST traffic': trafficAction(emulator, dataPlane),
    'POST web-acl': webAclAction(emulator),
    'POST functions': action(worldFunctionInput, ({ function: value, ...where }) =>
      makeFunction(emulator, where, value),
    ),
    ...functionFaultActions(emulator, place),
    'GET calls': action(nothing, () => ({ counts: calls.counts(), recent: calls.recent() })),
    'DELETE calls': action(nothing, () => calls.clear()),
    'GET faults': action(nothing, () => ({ faults: faults.list() })),
    'POST faults': action(fault, (input) => faults.add(input)),
    'DELETE faults': action(maybeAccount, ({ account }) => faults.clear(account)),
  }
}
