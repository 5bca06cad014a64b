import { z } from 'zod'
import { callOf } from './call-of.ts'
import { findStage as findStageRecord } from '../apigateway/stages.ts'
import type { Emulator } from '../emulator.ts'
import { findStage, type FoundStage } from '../execute-api/find-stage.ts'
import type { DataPlane } from '../execute-api/handle-request.ts'
import { bareRequest } from '../execute-api/stage-request.ts'
import { notFound } from '../lib/aws-error.ts'
import { recordTraffic } from '../world/timeline.ts'
import { action, type DirectorAction } from './action.ts'

const most = 100_000
const stage = { restApiId: z.string(), stageName: z.string() }
const verb = z.string().regex(/^[A-Z]+$/)

const input = z.union([
  /** Runs requests now. */
  z.strictObject({
    ...stage,
    method: verb.default('GET'),
    path: z.string().startsWith('/'),
    requests: z.int().min(1).max(most),
    headers: z.record(z.string(), z.string()).default({}),
  }),
  /** Sets the stage's background traffic from now on; 0 stops it. */
  z.strictObject({
    ...stage,
    perMinute: z.number().min(0).max(most),
    calls: z
      .array(
        z.strictObject({ method: verb, path: z.string().startsWith('/'), weight: z.number().positive().default(1) }),
      )
      .optional(),
  }),
])

/** Requests of the director's own: a burst now, or a steady rate. Answers how many requests ended with which status. */
export function trafficAction(emulator: Emulator, dataPlane: DataPlane): DirectorAction {
  return action(input, (asked) => {
    const found = findStage(emulator.store, asked.restApiId, asked.stageName)
    if (!found) throw notFound(`There is no stage ${asked.stageName} of the API ${asked.restApiId}`)
    return 'requests' in asked ? burst(dataPlane, found, asked) : setRate(emulator, found, asked)
  })
}

type Burst = { method: string; path: string; requests: number; headers: Record<string, string> }

async function burst(dataPlane: DataPlane, found: FoundStage, asked: Burst) {
  const request = bareRequest(asked.method, asked.path, asked.headers)
  const statuses: Record<string, number> = {}
  for (let sent = 0; sent < asked.requests; sent++) {
    const { answer } = await dataPlane.send(found, request)
    const { status } = answer
    statuses[status] = (statuses[status] ?? 0) + 1
  }
  return { statuses }
}

type Calls = { method: string; path: string; weight: number }[]

function setRate(emulator: Emulator, { place, stage }: FoundStage, asked: { perMinute: number; calls?: Calls }) {
  const call = callOf(emulator, place)
  const calls = asked.calls ?? stage.traffic?.calls ?? [{ method: 'GET', path: '/', weight: 1 }]
  const { perMinute } = asked
  const record = findStageRecord(call, stage.apiId, stage.stageName)
  recordTraffic(call, record, { peakPerMinute: perMinute, quietPerMinute: perMinute, calls })
  call.unit.commit()
  return { perMinute }
}
