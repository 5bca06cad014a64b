import type { PatchOperation } from '@aws-sdk/client-api-gateway'
import { badRequest, type AwsError } from '../aws-error.ts'

const verbs = ['add', 'remove', 'replace', 'copy']

/** Sentences recorded for RestApi, Method and GatewayResponse; that other resources share them is guessed. */
export function refusePatch({ path }: PatchOperation, known: object | undefined): AwsError {
  if (!known) return badRequest(`Invalid patch path ${path ?? null}`)
  const taken = verbs.filter((verb) => verb in known)
  return badRequest(`Invalid patch operation specified. Must be one of: [${taken.join(', ')}]`)
}
