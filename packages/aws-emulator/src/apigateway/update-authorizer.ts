import type { Authorizer, UpdateAuthorizerRequest } from '@aws-sdk/client-api-gateway'
import { badRequest } from '../lib/aws-error.ts'
import { checkEnum } from '../lib/check-enum.ts'
import { applyPatch, type PatchRule } from '../lib/patch/apply-patch.ts'
import { textRule } from '../lib/patch/field-rules.ts'
import { checkOps } from '../lib/patch/operations.ts'
import { refusePatch } from '../lib/patch/refuse-patch.ts'
import { authorizerOutput, authorizerTypes, checkAuthorizer, findAuthorizer, putAuthorizer } from './authorizers.ts'
import type { Call } from './call.ts'
import type { AuthorizerRecord } from './definition-records.ts'
import { findRestApi } from './rest-apis.ts'

/** Paths documented. */
const rules: PatchRule<AuthorizerRecord>[] = [
  textRule('name'),
  textRule('type', { check: (type) => checkEnum(type, authorizerTypes, 'authorizer.type') }),
  textRule('authType'),
  textRule('authorizerUri'),
  textRule('authorizerCredentials', { clearable: true }),
  textRule('identitySource', { clearable: true }),
  textRule('identityValidationExpression', { clearable: true }),
  { path: '/authorizerResultTtlInSeconds', replace: setTtl },
  {
    path: '/providerARNs',
    add: (authorizer, { value }) => void (authorizer.providerARNs = [...new Set([...arns(authorizer), value])]),
    remove: (authorizer, { value }) => void (authorizer.providerARNs = arns(authorizer).filter((arn) => arn !== value)),
  },
]

const arns = ({ providerARNs = [] }: AuthorizerRecord) => providerARNs

function setTtl(authorizer: AuthorizerRecord, { value }: { value: string }): void {
  if (!/^\d+$/.test(value)) throw badRequest('Authorizer result TTL must be between 0 and 3600 seconds')
  authorizer.authorizerResultTtlInSeconds = Number(value)
}

export function updateAuthorizer(call: Call, input: UpdateAuthorizerRequest): Authorizer {
  const operations = checkOps('updateAuthorizerInput', input.patchOperations)
  const api = findRestApi(call, input.restApiId)
  const authorizer = applyPatch(rules, findAuthorizer(call, api.id, input.authorizerId), operations, refusePatch)
  checkAuthorizer(authorizer)
  putAuthorizer(call, authorizer)
  return authorizerOutput(authorizer)
}
