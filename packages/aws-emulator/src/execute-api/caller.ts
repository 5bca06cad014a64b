import type { ApiKeyRecord } from '../apigateway/records.ts'
import type { KeyPlan } from './key-ring.ts'

/** Who calls, as far as an authorizer or a signature tells. */
export type Authorized = {
  principalId?: string
  context?: Record<string, unknown>
  usageIdentifierKey?: string
  /** Members of `$context.identity`. */
  identity?: Record<string, unknown>
}

/** The key that was sent, and the plan through which it may call. */
export type Identified = { key: ApiKeyRecord; plan: KeyPlan }
