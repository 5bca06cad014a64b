import type { Behaviour } from '../world/world-function.ts'
import type { GatewayResponse } from './gateway-response.ts'

/** What stands behind a method, with the stage variables of the request filled in. */
export type Backend =
  | { kind: 'mock'; status: number; body: string }
  | { kind: 'function'; behaviour: Behaviour; timeoutMs: number; fixedStatus: number | undefined }
  | { kind: 'refused'; response: GatewayResponse }
