import { awsJsonWire } from './aws-json.ts'
import { awsQueryWire } from './aws-query.ts'
import type { HttpRequest } from './request.ts'
import { rpcV2CborWire } from './rpc-v2-cbor.ts'
import type { ReadWire, RpcService } from './rpc-service.ts'

const wires: ReadWire[] = [awsJsonWire, rpcV2CborWire, awsQueryWire]

/** The service that a request speaks to and the protocol that it speaks; undefined where it is none of these. */
export function rpcWireOf(services: RpcService[], request: HttpRequest, requestId: string) {
  for (const service of services) {
    for (const read of wires) {
      const wire = read(service, request, requestId)
      if (wire) return { service, wire }
    }
  }
  return undefined
}
