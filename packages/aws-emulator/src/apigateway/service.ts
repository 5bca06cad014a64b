import * as client from '@aws-sdk/client-api-gateway'
import { noteWrite, type Write } from '../cloudtrail/trail-event.ts'
import type { Emulator } from '../emulator.ts'
import { AwsError, tooManyRequests } from '../lib/aws-error.ts'
import { UnitOfWork, type Place } from '../lib/store.ts'
import { restJsonAnswer } from '../protocol/answers.ts'
import { callerIn } from '../protocol/caller.ts'
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
export function apiGatewayCall(emulator: Emulator, request: HttpRequest, requestId: string): ServiceCall {
  const route = routeOf(request.method, request.path, request.query)
  const { operation } = route
  const caller = callerIn(request)
  const { place } = caller
  const isWrite = request.method !== 'GET'
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
      const userAgent = request.headers['user-agent']
      const write = { caller, operation: operation.name, input, at: call.now, requestId, userAgent }
      const answer = (output: unknown) => {
        if (isWrite && !stale) noteWrite(unit, seed, { ...write, output })
        if (!stale) unit.commit([worldRow(emulator)])
        return restJsonAnswer(operation, output)
      }
      // What writes is done in one go: only tests of methods and authorizers, which write nothing, take their time.
      const output = recordingRefusals(
        () => {
          const made = run(call, input)
          if (settings.resourceQuotas) checkResourceQuotas(call, operation.name, input, made)
          return made
        },
        (error) => {
          if (isWrite && !stale) noteRefused(emulator, place, { ...write, error })
        },
      )
      return output instanceof Promise ? output.then(answer) : answer(output)
    },
  }
}

function recordingRefusals<T>(run: () => T, record: (error: AwsError) => void): T {
  try {
    return run()
  } catch (error) {
    if (error instanceof AwsError) record(error)
    throw error
  }
}

/** What was refused changed nothing, but CloudTrail tells of it. */
function noteRefused({ store, seed }: Emulator, place: Place, write: Write): void {
  const unit = new UnitOfWork(store, place)
  noteWrite(unit, seed, write)
  unit.keep()
}

const notBuilt = (operation: string) =>
  new AwsError(
    'NotImplementedException',
    501,
    `The emulator doesn't have the operation ${operation} of API Gateway yet`,
  )
