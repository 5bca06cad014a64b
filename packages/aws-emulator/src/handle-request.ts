import type { IncomingMessage, ServerResponse } from 'node:http'
import { apiGatewayCall } from './apigateway/service.ts'
import { createDirector } from './director/director.ts'
import type { Emulator } from './emulator.ts'
import { createDataPlane, isUserRequest } from './execute-api/handle-request.ts'
import { asAwsError, restJsonError } from './protocol/answers.ts'
import { readRequest, type HttpAnswer, type HttpRequest } from './protocol/request.ts'
import { rpcCall } from './protocol/rpc-call.ts'
import { rpcWireOf } from './protocol/rpc-wire.ts'
import { dropped, serveService } from './protocol/serve-service.ts'
import { operationsBuilt, rpcServices } from './rpc-services.ts'

/** One port for all: the director, requests to stages, services by their protocol, and API Gateway for the rest. */
export function createRequestHandler(emulator: Emulator) {
  const dataPlane = createDataPlane(emulator)
  const director = createDirector(emulator, dataPlane)

  function answer(incoming: IncomingMessage, request: HttpRequest, requestId: string) {
    if (director.owns(request)) return director.handle(request, incoming)
    if (isUserRequest(request)) return dataPlane.handle(request)
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
      result = await answer(incoming, await readRequest(incoming), requestId)
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
  response.writeHead(status, { 'x-amzn-requestid': requestId, ...lengthHeader, ...headers })
  response.end(noBody ? undefined : body)
}
