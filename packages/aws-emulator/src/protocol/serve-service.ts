import { setTimeout as sleep } from 'node:timers/promises'
import type { Emulator } from '../emulator.ts'
import { AwsError, tooManyRequests } from '../lib/aws-error.ts'
import { isoInstant } from '../lib/clock.ts'
import { asAwsError } from './answers.ts'
import type { HttpAnswer, HttpRequest } from './request.ts'
import type { ErrorWriter, ServiceCall } from './service-call.ts'

/** The connection is to be cut without an answer. */
export const dropped = Symbol('dropped')

type Find = (emulator: Emulator, request: HttpRequest, requestId: string) => ServiceCall

/** Finds the operation, applies the weather that the director ordered, runs it, and notes the call. */
export async function serveService(
  emulator: Emulator,
  request: HttpRequest,
  requestId: string,
  find: Find,
  writeError: ErrorWriter,
): Promise<HttpAnswer | typeof dropped> {
  let call: ServiceCall | undefined
  let answer: HttpAnswer | typeof dropped
  try {
    call = find(emulator, request, requestId)
    answer = await perform(emulator, call)
  } catch (error) {
    answer = writeError(asAwsError(error))
  }
  emulator.calls.record({
    at: isoInstant(emulator.clock.now()),
    service: call?.service ?? 'unknown',
    operation: call?.operation ?? 'unknown',
    account: call?.place.account ?? 'unknown',
    requestId,
    invocationId: request.headers['amz-sdk-invocation-id'],
    status: answer === dropped ? undefined : answer.status,
  })
  return answer
}

async function perform(emulator: Emulator, call: ServiceCall): Promise<HttpAnswer | typeof dropped> {
  const faults = new Map(
    emulator.faults.take(call.operation, call.place.account).map((fault) => [fault.kind, fault] as const),
  )
  const delay = faults.get('delay')
  if (delay) await sleep(delay.ms)
  if (faults.has('throttle')) throw call.throttled
  const waitSeconds = overQuota(emulator, call)
  if (waitSeconds > 0) throw tooManyRequests(waitSeconds)
  if (faults.has('error')) throw new AwsError('InternalFailure', 500, 'Internal failure (ordered by the director)')
  if (faults.has('unavailable')) throw unavailable()
  if (faults.has('drop-before')) return dropped
  const hang = faults.get('hang')
  if (hang) {
    await sleep(hang.ms)
    return dropped
  }
  const answer = await call.run(faults.has('stale'))
  return faults.has('drop-after') ? dropped : answer
}

/** Modelled with `Retry-After`; the sentence is guessed. */
const unavailable = () =>
  new AwsError('ServiceUnavailableException', 503, 'Service Unavailable', { 'retry-after': '1' })

/** Seconds until the call may be made; 0 for now. */
function overQuota({ settings, bucket }: Emulator, { service, place, quota }: ServiceCall): number {
  return service === 'apigateway' && settings.throttleControlPlane ? bucket.take(place, quota) : 0
}
