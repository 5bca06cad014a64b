import type { Method } from '@aws-sdk/client-api-gateway'
import { backendOf, invoke } from '../execute-api/integrate.ts'
import { seedFrom, seededRandom } from '../lib/random.ts'
import type { WorldFunction } from '../world/world-function.ts'
import type { Call } from './call.ts'
import { kinds } from './records.ts'

export type MethodRun = {
  status: number
  body: string
  latencyMs: number
  integrationLatencyMs?: number
  refusal?: string
}

/** The one seam to the data plane: runs a method as it is now, without a stage. */
export function runMethod(call: Call, method: Method, variables: Record<string, string>, place: string): MethodRun {
  const findFunction = (name: string) => call.unit.get<WorldFunction>(kinds.worldFunction, name)
  const random = seededRandom(seedFrom(`${call.seed}/${place}`, call.now))
  const { status, body, refusal, latencyMs, integrationLatencyMs } = invoke(
    backendOf(method, variables, findFunction),
    random,
  )
  if (!refusal) return { status, body: body ?? '', latencyMs, integrationLatencyMs }
  return {
    status,
    body: JSON.stringify({ message: refusal.message }),
    latencyMs,
    integrationLatencyMs,
    refusal: refusal.message,
  }
}
