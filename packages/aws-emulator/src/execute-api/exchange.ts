import type { Place } from '../lib/store.ts'
import type { StageInForce } from '../world/timeline.ts'
import type { CalledName } from './address.ts'
import type { Authorized, Identified } from './caller.ts'
import type { Route } from './find-route.ts'
import type { GatewayResponse } from './gateway-response.ts'
import type { ExecutionLog } from './logs/execution-log.ts'
import type { Snapshot } from './snapshot.ts'
import type { StageRequest } from './stage-request.ts'

type Overrides = {
  header: Record<string, unknown>
  status?: unknown
  querystring: Record<string, unknown>
  path: Record<string, unknown>
}

/** `$context`: what templates and log formats may name (documented list). Values that aren't there are undefined. */
export type ContextTree = Record<string, unknown> & { requestOverride: Overrides; responseOverride: Overrides }

/** A request that has found its stage, and what becomes of it. */
export type Arrival = {
  place: Place
  stage: StageInForce
  isCanary: boolean
  deploymentId: string
  snapshot: Snapshot
  apiKeySource: string
  /** Stage variables, those of the canary laid over them. */
  variables: Record<string, string>
  request: StageRequest
  /** World ms. */
  at: number
  requestId: string
  extendedRequestId: string
  traceId: string
  /** The host that the client called. */
  domainName: string
  /** Where that is a custom name. */
  custom?: CalledName
  /** Absent where the stage doesn't log. */
  log?: ExecutionLog
  route?: Route
  pathParameters: Record<string, string>
  authorized?: Authorized
  identified?: Identified
  /** Set by a validator: what of the request isn't there or right. */
  validationError?: string
  integration?: { status?: number; latencyMs?: number; error?: string }
  refused?: { response: GatewayResponse; message: string | null }
  ended?: { status: number; latencyMs: number; responseLength: number }
  /** `$context`, made when first asked for; templates may write to it. */
  tree?: ContextTree
}

/** An arrival that has found its method too. */
export type Exchange = Arrival & { route: Route }

export const isRouted = (arrival: Arrival): arrival is Exchange => arrival.route !== undefined

/** What the client gets. Header names in the case in which they are sent. */
export type StageAnswer = { status: number; headers: [name: string, value: string][]; body: string | Buffer }
