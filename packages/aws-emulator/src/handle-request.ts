import type { IncomingMessage, ServerResponse } from 'node:http'
import { apiGatewayCall } from './apigateway/service.ts'
import type { DirectorAccess } from './director/check-loopback.ts'
import { createDirector } from './director/director.ts'
import type { Emulator } from './emulator.ts'
import { addressOf, largestPayload } from './execute-api/address.ts'
import { createDataPlane } from './execute-api/handle-request.ts'
import { asAwsError, restJsonError } from './protocol/answers.ts'
import { AwsError } from './lib/aws-error.ts'
import { largestDocument, readRequest, unzipped, type HttpAnswer, type HttpRequest } from './protocol/request.ts'
import { rpcCall } from './protocol/rpc-call.ts'
import { rpcWireOf } from './protocol/rpc-wire.ts'
import { dropped, serveService } from './protocol/serve-service.ts'
import { operationsBuilt, rpcServices } from './rpc-services.ts'

/** One port for all: the director, requests to stages, services by their protocol, and API Gateway for the rest. */
export function createRequestHandler(emulator: Emulator, access: DirectorAccess) {
  const dataPlane = createDataPlane(emulator)
  const director = createDirector(emulator, dataPlane, access)

  function isToStage({ url = '/', headers: { host } }: IncomingMessage): boolean {
    return addressOf(emulator.store, { path: url.split('?', 1)[0] ?? '/', headers: { host } }) !== undefined
  }

  function answer(incoming: IncomingMessage, toStage: boolean, received: HttpRequest, requestId: string) {
    if (toStage) return dataPlane.handle(received, requestId)
    if (received.tooLong) throw new AwsError('RequestTooLargeException', 413, 'Request Too Long')
    const request = unzipped(received)
    if (director.owns(request)) return director.handle(request, incoming)
    const spoken = rpcWireOf(rpcServices, request, requestId)
    if (spoken)
      return serveService(
        emulator,
        request,
        requestId,
        (to, sent) => rpcCall(to, sent, spoken, operationsBuilt(spoken.service)),
        spoken.wire.error,
      )
    return serveService(emulator, request, requestId, apiGatewayCall, restJsonError)
  }

  return async (incoming: IncomingMessage, response: ServerResponse, requestId: string): Promise<void> => {
    let result: HttpAnswer | typeof dropped
    try {
      const toStage = isToStage(incoming)
      const received = await readRequest(incoming, toStage ? largestPayload : largestDocument)
      result = await answer(incoming, toStage, received, requestId)
      // What the answer tells must be on the disk first.
      await emulator.store.settled()
    } catch (error) {
      result = restJsonError(asAwsError(error))
    }
    if (result === dropped) return void response.destroy()
    send(response, result, requestId)
  }
}

function send(response: ServerResponse, { status, headers, body }: HttpAnswer, requestId: string): void {
  const length = Buffer.byteLength(body)
  const noBody = status === 204 || status === 304
  const lengthHeader = noBody ? {} : { 'content-length': String(length) }
  const idHeader = 'x-amzn-RequestId' in headers ? {} : { 'x-amzn-requestid': requestId }
  response.writeHead(status, { ...idHeader, ...lengthHeader, ...headers })
  response.end(noBody ? undefined : body)
}
