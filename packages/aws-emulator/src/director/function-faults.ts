import type { z } from 'zod'
import { kinds } from '../apigateway/records.ts'
import type { Emulator } from '../emulator.ts'
import { notFound } from '../lib/aws-error.ts'
import { beginFunctionFault, endFunctionFaults } from '../world/function-faults.ts'
import { functionFault, type WorldFunction } from '../world/world-function.ts'
import { action, type DirectorAction } from './action.ts'
import { callOf } from './call-of.ts'

/** A backend that goes wrong: a version of one of the world's functions. Stages that call another don't notice. */
export function functionFaultActions(
  emulator: Emulator,
  place: z.ZodObject<{ account: z.ZodString; region: z.ZodString }>,
): Record<string, DirectorAction> {
  return {
    'POST function-faults': action(place.extend({ fault: functionFault }), ({ fault, account, region }) => {
      const call = callOf(emulator, { account, region })
      const found = call.unit.get<WorldFunction>(kinds.worldFunction, fault.function)
      if (!found?.versions[fault.version]) throw notFound(`There is no function ${fault.function}:${fault.version}`)
      beginFunctionFault(call, fault)
      call.unit.commit()
    }),
    'DELETE function-faults': action(place, (where) => {
      const call = callOf(emulator, where)
      endFunctionFaults(call)
      call.unit.commit()
    }),
  }
}
