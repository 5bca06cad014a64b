import * as client from '@aws-sdk/client-api-gateway'
import type { Emulator } from '../emulator.ts'
import { AwsError, tooManyRequests } from '../lib/aws-error.ts'
import { UnitOfWork } from '../lib/store.ts'
import { restJsonAnswer } from '../protocol/answers.ts'
import { callerOf } from '../protocol/caller.ts'
import { operationsOf } from '../protocol/operation-schema.ts'
import type { HttpRequest } from '../protocol/request.ts'
import { readRestJsonInput } from '../protocol/rest-json-input.ts'
import { restJsonRouter } from '../protocol/rest-json-routes.ts'
import type { ServiceCall } from '../protocol/service-call.ts'
import { worldRow } from '../world/kept-world.ts'
import { quotaOf } from './operation-quotas.ts'
import { builtOperation } from './operations.ts'
import { checkResourceQuotas } from './resource-quotas.ts'

const operations = operationsOf(client)
const routeOf = restJsonRouter(operations)

/** Finds the API Gateway operation that a request means. */
export function apiGatewayCall(emulator: Emulator, request: HttpRequest): ServiceCall {
  const route = routeOf(request.method, request.path, request.query)
  const { operation } = route
  const place = callerOf(request)
  return {
    service: 'apigateway',
    operation: operation.name,
    place,
    throttled: tooManyRequests(),
    quota: quotaOf(operation.name, request),
    run(stale) {
      const input = readRestJsonInput(route, request)
      const run = builtOperation(operation.name)
      if (!run) throw notBuilt(operation.name)
      const { store, clock, seed, settings, held, callBackend } = emulator
      const unit = new UnitOfWork(store, place, stale ? store.replacedIn(place) : undefined)
      const call = { unit, now: clock.now(), seed, settings, usage: held.usage, callBackend }
      const answer = (output: unknown) => {
        if (settings.resourceQuotas) checkResourceQuotas(call, operation.name, input, output)
        if (!stale) unit.commit([worldRow(emulator)])
        return restJsonAnswer(operation, output)
      }
      // What writes is done in one go: only tests of methods and authorizers, which write nothing, take their time.
      const output = run(call, input)
      return output instanceof Promise ? output.then(answer) : answer(output)
    },
  }
}

const notBuilt = (operation: string) =>
  new AwsError(
    'NotImplementedException',
    501,
    `The emulator doesn't have the operation ${operation} of API Gateway yet`,
  )
