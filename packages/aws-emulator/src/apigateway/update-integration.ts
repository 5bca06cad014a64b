import type { Integration, Method, UpdateIntegrationRequest } from '@aws-sdk/client-api-gateway'
import { badRequest } from '../lib/aws-error.ts'
import { checkEnum } from '../lib/check-enum.ts'
import { applyPatch, lenientBoolean, type PatchRule } from '../lib/patch/apply-patch.ts'
import { mapRule, textRule } from '../lib/patch/field-rules.ts'
import { checkOps } from '../lib/patch/operations.ts'
import { unescapePointer } from '../lib/patch/pointer.ts'
import { refusePatch } from '../lib/patch/refuse-patch.ts'
import type { Call } from './call.ts'
import { integrationOf } from './get-integration.ts'
import { checkIntegration, checkIntegrationType } from './integration-checks.ts'
import { checkIntegrationParameters, invalidParameterName } from './parameter-mappings.ts'
import { contentHandlings } from './put-integration.ts'
import { findMethod, putMethodOf } from './resources.ts'

/** Paths documented. What comes out must be an integration that could have been put. */
export function updateIntegration(call: Call, input: UpdateIntegrationRequest): Integration {
  const operations = checkOps('updateIntegrationInput', input.patchOperations)
  const { resource, method } = findMethod(call, input)
  const integration = applyPatch(rules(method), integrationOf(method), operations, refusePatch)
  checkIntegration(integration, method)
  putMethodOf(call, resource, { ...method, methodIntegration: integration })
  return integration
}

const enumRule = (field: 'connectionType' | 'contentHandling' | 'responseTransferMode', values: string[]) =>
  textRule<Integration>(field, {
    clearable: true,
    check: (value) => checkEnum(value || undefined, values, `integration.${field}`),
  })

const rules = (method: Method): PatchRule<Integration>[] => [
  textRule('type', { check: (value) => checkIntegrationType(value, 'integration.type') }),
  textRule('uri'),
  textRule('httpMethod'),
  textRule('credentials', { clearable: true }),
  textRule('passthroughBehavior'),
  textRule('cacheNamespace'),
  textRule('connectionId', { clearable: true }),
  textRule('integrationTarget', { clearable: true }),
  enumRule('connectionType', ['INTERNET', 'VPC_LINK']),
  enumRule('contentHandling', contentHandlings),
  enumRule('responseTransferMode', ['BUFFERED', 'STREAM']),
  { path: '/timeoutInMillis', replace: setTimeoutMs },
  { path: '/tlsConfig/insecureSkipVerification', add: setTls, replace: setTls },
  { path: '/cacheKeyParameters/{name}', add: addCacheKey, replace: addCacheKey, remove: removeCacheKey },
  mapRule('requestParameters', {
    read(source, target) {
      checkIntegrationParameters({ [target]: source }, method)
      return source
    },
    missing: invalidParameterName,
  }),
  mapRule('requestTemplates', { read: (template) => template }),
]

type Step = { value: string; names: Record<string, string> }

function setTimeoutMs(integration: Integration, { value }: Step): void {
  if (!/^\d+$/.test(value)) throw badRequest('Timeout should be between 50 ms and 29000 ms')
  integration.timeoutInMillis = Number(value)
}

function setTls(integration: Integration, { value }: Step): void {
  integration.tlsConfig = { insecureSkipVerification: lenientBoolean(value) }
}

function addCacheKey(integration: Integration, { names }: Step): void {
  const name = unescapePointer(names['name'] ?? '')
  integration.cacheKeyParameters = [...new Set([...(integration.cacheKeyParameters ?? []), name])]
}

function removeCacheKey(integration: Integration, { names }: Step): void {
  const name = unescapePointer(names['name'] ?? '')
  integration.cacheKeyParameters = (integration.cacheKeyParameters ?? []).filter((key) => key !== name)
}
