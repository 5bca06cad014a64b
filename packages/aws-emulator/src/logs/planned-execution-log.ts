import type { MethodSettingRecord } from '../apigateway/records.ts'
import { plannedRequestId } from '../execute-api/planned-request.ts'
import { loggingLevel } from '../execute-api/method-setting.ts'
import type { PlannedRequest } from '../world/planned-traffic.ts'
import { extendedRequestIdOf, requestIdOf } from './request-names.ts'

export type ExecutionLine = { at: number; text: string }

/**
 * The lines of a planned request by the stage's level: ERROR has what went wrong, INFO the way of every request. Headers
 * and bodies, which the data trace would show, aren't kept of planned requests. A call that finds no method has no lines.
 */
export function executionLines(request: PlannedRequest): ExecutionLine[] {
  const { stage, at, pool, pick } = request
  const { samples } = pool
  const { resource, verb } = samples.routes[samples.route[pick]!]!
  if (resource === undefined || verb === undefined) return []
  const level = loggingLevel(stage, resource, verb)
  if (level !== 'INFO' && level !== 'ERROR') return []
  const { status, refusal } = samples.endings[samples.ending[pick]!]!
  if (level === 'ERROR' && !refusal?.detail) return []
  const id = requestIdOf(request)
  const failure = refusal?.detail?.replace(plannedRequestId, id)
  const line = (text: string, instant: number): ExecutionLine => ({ at: instant, text: `(${id}) ${text}` })
  const end = at + samples.latency[pick]!
  const failed = failure ? [line(failure, end)] : []
  if (level === 'ERROR') return failed
  const { method, path } = pool.callAt(pick)
  const backend = samples.backend[pick] === 1
  const answered = `Received response. Status: 200, Integration latency: ${samples.integrationLatency[pick]} ms`
  return [
    line(`Extended Request Id: ${extendedRequestIdOf(request)}`, at),
    line(`Starting execution for request: ${id}`, at),
    line(`HTTP Method: ${method}, Resource Path: ${path}`, at),
    ...(backend && refusal?.type !== 'INTEGRATION_TIMEOUT' ? [line(answered, end)] : []),
    ...(failure ? failed : [line('Successfully completed execution', end)]),
    line(`Method completed with status: ${status}`, end),
  ]
}

export const isLogged = ({ loggingLevel: level }: MethodSettingRecord) => level === 'INFO' || level === 'ERROR'
