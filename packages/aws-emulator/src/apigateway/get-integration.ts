import type { GetIntegrationRequest, Integration, Method } from '@aws-sdk/client-api-gateway'
import { notFound } from '../lib/aws-error.ts'
import type { Call } from './call.ts'
import { findMethod } from './resources.ts'

export function getIntegration(call: Call, input: GetIntegrationRequest): Integration {
  return integrationOf(findMethod(call, input).method)
}

/** Sentence after moto's: guessed. */
export function integrationOf(method: Method): Integration {
  if (!method.methodIntegration) throw notFound('Invalid Integration identifier specified')
  return method.methodIntegration
}
