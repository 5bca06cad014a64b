import type { Integration } from '@aws-sdk/client-api-gateway'
import type { Random } from '../lib/random.ts'
import type { Behaviour } from '../world/world-function.ts'
import type { Exchange } from './exchange.ts'
import { answerAfter, eventFor } from './integrations/function-integration.ts'
import { runFunction, type FunctionRun } from './integrations/run-function.ts'
import { endOf, type End } from './planned-end.ts'

type PlannedRun = { end: End; latencyMs: number }

/**
 * Planned calls of a function, all with the same request: each run is drawn by itself. Runs that came out the same end the
 * same way, which the gateway's own steps find out once.
 */
export function functionRunner(
  behaviour: Behaviour,
  integration: Integration,
  exchange: Exchange,
): (random: Random) => PlannedRun {
  const timeoutMs = integration.timeoutInMillis ?? 29_000
  const event = eventFor(integration, exchange)
  const ends = new WeakMap<object, End>()
  const kinds: Partial<Record<FunctionRun['kind'], End>> = {}
  const endAfter = (run: FunctionRun) => endOf(() => answerAfter(run, integration, exchange).status)
  return (random) => {
    const run = runFunction(behaviour, event, timeoutMs, random)
    const { kind, latencyMs } = run
    if (kind !== 'returned') return { end: (kinds[kind] ??= endAfter(run)), latencyMs }
    const { payload } = run
    if (typeof payload !== 'object' || payload === null) return { end: endAfter(run), latencyMs }
    let end = ends.get(payload)
    if (!end) ends.set(payload, (end = endAfter(run)))
    return { end, latencyMs }
  }
}
