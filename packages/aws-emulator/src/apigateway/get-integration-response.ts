import type { GetIntegrationResponseRequest, Integration, IntegrationResponse } from '@aws-sdk/client-api-gateway'
import { notFound } from '../lib/aws-error.ts'
import type { Call } from './call.ts'
import { integrationOf } from './get-integration.ts'
import { findMethod } from './resources.ts'

export function getIntegrationResponse(call: Call, input: GetIntegrationResponseRequest): IntegrationResponse {
  return findIntegrationResponse(integrationOf(findMethod(call, input).method), input.statusCode)
}

/** Sentence after moto's: guessed. */
export function findIntegrationResponse(integration: Integration, statusCode: string | undefined): IntegrationResponse {
  const response = new Map(Object.entries(integration.integrationResponses ?? {})).get(statusCode ?? '')
  if (!response) throw notFound('Invalid Response status code specified')
  return response
}
