import type { Emulator } from '../emulator.ts'
import { AwsError, validationError } from '../lib/aws-error.ts'
import { UnitOfWork, type Place } from '../lib/store.ts'
import { worldRow } from '../world/kept-world.ts'
import { callerIn, type Caller } from './caller.ts'
import { checkShape, isRecord } from './check-shape.ts'
import { awsJson, readShape } from './json-codec.ts'
import { requiredMembers, type OperationSchema } from './operation-schema.ts'
import type { HttpRequest } from './request.ts'
import type { RpcService, RpcWire } from './rpc-service.ts'
import type { ServiceCall } from './service-call.ts'

/** What an operation works with: who calls, when (world ms), and the one unit of work of the request. */
export type RpcContext = { emulator: Emulator; caller: Caller; place: Place; unit: UnitOfWork; now: number }

export type RpcOperations = Record<string, (context: RpcContext, input: never) => unknown>

/** Gives an operation its place in a table of operations. */
export const rpcOperation = <Input>(run: (context: RpcContext, input: Input) => unknown) => run as RpcOperations[string]

/** A 400, unlike API Gateway's 429 (documented by a third party). */
const throttling = () => new AwsError('ThrottlingException', 400, 'Rate exceeded')

/** Finds the operation that a request means. */
export function rpcCall(
  emulator: Emulator,
  request: HttpRequest,
  { service, wire }: { service: RpcService; wire: RpcWire },
  operations: RpcOperations,
): ServiceCall {
  const operation = service.operations.get(wire.operation)
  if (!operation) throw unknownOperation(service, wire.operation)
  const caller = callerIn(request)
  const { place } = caller
  return {
    service: service.name,
    operation: operation.name,
    place,
    throttled: throttling(),
    async run(stale) {
      const run = Object.hasOwn(operations, operation.name) ? operations[operation.name] : undefined
      if (!run) throw notBuilt(service, operation.name)
      const input = readInput(operation, wire.body(operation))
      const { store, clock } = emulator
      const unit = new UnitOfWork(store, place, stale ? store.replacedIn(place) : undefined)
      const output = await run({ emulator, caller, place, unit, now: clock.now() }, input as never)
      if (!stale) unit.commit([worldRow(emulator)])
      return wire.answer(operation, output)
    },
  }
}

function readInput({ name, input: shape }: OperationSchema, body: unknown): Record<string, unknown> {
  if (!isRecord(body)) throw new AwsError('SerializationException', 400, 'Expected an object as the input')
  if (shape.isUnitSchema()) return {}
  checkShape(shape, body, name)
  const input = readShape(awsJson, shape, body) as Record<string, unknown>
  const missing = requiredMembers(shape).filter((member) => input[member] === undefined)
  if (missing.length === 0) return input
  throw validationError(
    missing.map(
      (member) => `Value null at '${lowerFirst(member)}' failed to satisfy constraint: Member must not be null`,
    ),
  )
}

/** These services name members in their sentences by their lower-case first letter. */
const lowerFirst = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)

function unknownOperation({ query }: RpcService, name: string): AwsError {
  if (!query) return new AwsError('UnknownOperationException', 400, '')
  return new AwsError('InvalidAction', 400, `Could not find operation ${name} for version ${query.version}`)
}

const notBuilt = ({ title }: RpcService, operation: string) =>
  new AwsError('NotImplementedException', 501, `The emulator doesn't have the operation ${operation} of ${title} yet`)
