import type { Call } from '../apigateway/call.ts'
import { kinds } from '../apigateway/records.ts'
import { recordFunctionFaults, type StageInForce } from './timeline.ts'
import type { FunctionFault } from './world-function.ts'

const faultKey = ({ function: name, version }: Pick<FunctionFault, 'function' | 'version'>) => `${name}:${version}`

/** A version of a function goes wrong from now on, for all who call it; what went wrong about it before is over. */
export function beginFunctionFault(call: Call, fault: FunctionFault): void {
  call.unit.put(kinds.functionFault, faultKey(fault), fault)
  recordForAll(call)
}

/** All functions do from now on what they were made to do. */
export function endFunctionFaults(call: Call): void {
  for (const id of call.unit.ids(kinds.functionFault)) call.unit.delete(kinds.functionFault, id)
  recordForAll(call)
}

/** The past of a stage stays what it was: its functions go wrong from an instant on. */
function recordForAll(call: Call): void {
  for (const stage of call.unit.list<StageInForce>(kinds.stageInForce)) recordFunctionFaults(call, stage)
}
