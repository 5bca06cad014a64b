import type { AwsError } from '../lib/aws-error.ts'
import { errorCodesOf, operationsOf, type OperationSchema } from './operation-schema.ts'
import type { HttpAnswer, HttpRequest } from './request.ts'

/** A service that is spoken to by `POST /`: what it is called on the wire, and the operations of its SDK client. */
export type RpcService = {
  name: 'cloudwatch' | 'logs' | 'sts' | 'cloudtrail'
  /** In the sentences of the emulator itself. */
  title: string
  /** The namespace of its shapes, in front of the name of a JSON error; absent where AWS sends the bare name. */
  errorNamespace?: string
  json?: { target: string; version: '1.0' | '1.1' }
  query?: { version: string; namespace: string }
  cbor?: { service: string }
  operations: ReadonlyMap<string, OperationSchema>
  /** The codes of errors that have another name in the query protocol. */
  queryCodes: ReadonlyMap<string, string>
}

/** One request in one of the protocols that are spoken to a service as a whole. */
export type RpcWire = {
  /** The operation that it asks for; it may not exist. */
  operation: string
  /** The input as plain JSON of the AWS JSON protocols, not yet checked. */
  body(operation: OperationSchema): unknown
  answer(operation: OperationSchema, output: unknown): HttpAnswer
  error(error: AwsError): HttpAnswer
}

export type ReadWire = (service: RpcService, request: HttpRequest, requestId: string) => RpcWire | undefined

type Names = Omit<RpcService, 'operations' | 'queryCodes'>

export function rpcService(client: Record<string, unknown>, names: Names): RpcService {
  const operations = new Map(operationsOf(client).map((operation) => [operation.name, operation]))
  return { ...names, operations, queryCodes: errorCodesOf(client) }
}

/** How older clients know an error: the query protocol's code. */
export const queryCodeOf = ({ queryCodes }: RpcService, name: string) =>
  queryCodes.get(name) ?? (name === 'ThrottlingException' ? 'Throttling' : name)
