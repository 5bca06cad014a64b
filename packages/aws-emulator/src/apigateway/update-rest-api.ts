import type { RestApi, UpdateRestApiRequest } from '@aws-sdk/client-api-gateway'
import { badRequest } from '../lib/aws-error.ts'
import { applyPatch, lenientBoolean, type PatchRule } from '../lib/patch/apply-patch.ts'
import { checkOps } from '../lib/patch/operations.ts'
import { unescapePointer } from '../lib/patch/pointer.ts'
import { refusePatch } from '../lib/patch/refuse-patch.ts'
import { recordApiName } from '../world/timeline.ts'
import type { Call } from './call.ts'
import { checkCompression } from './create-rest-api.ts'
import { kinds, type RestApiRecord } from './records.ts'
import { findRestApi, updatedRestApiOutput } from './rest-apis.ts'

export function updateRestApi(call: Call, input: UpdateRestApiRequest): RestApi {
  const operations = checkOps('updateRestApiInput', input.patchOperations)
  const before = findRestApi(call, input.restApiId)
  const api = applyPatch(rules, before, operations, refusePatch)
  call.unit.put(kinds.restApi, api.id, api)
  if (api.name !== before.name) recordApiName(call, api)
  return updatedRestApiOutput(api)
}

type Rule = PatchRule<RestApiRecord>

const text = (field: 'name' | 'policy' | 'apiKeySource' | 'securityPolicy' | 'endpointAccessMode'): Rule => ({
  path: `/${field}`,
  replace: (api, { value }) => Object.assign(api, { [field]: value }),
})

const rules: Rule[] = [
  text('name'),
  text('policy'),
  text('apiKeySource'),
  text('securityPolicy'),
  text('endpointAccessMode'),
  {
    path: '/disableExecuteApiEndpoint',
    replace: (api, { value }) => void (api.disableExecuteApiEndpoint = lenientBoolean(value)),
  },
  { path: '/description', add: setDescription, replace: setDescription, remove: (api) => void delete api.description },
  { path: '/binaryMediaTypes/{type}', add: addMediaType, replace: addMediaType, remove: removeMediaType },
  { path: '/minimumCompressionSize', replace: setCompression },
  { path: '/endpointConfiguration/types/{type}', replace: setEndpointType },
  { path: '/endpointConfiguration/ipAddressType', replace: setIpAddressType },
  { path: '/endpointConfiguration/vpcEndpointIds', add: addVpcEndpoint, remove: removeVpcEndpoint },
]

function setDescription(api: RestApiRecord, { value }: { value: string }): void {
  if (value === '') throw badRequest('Description cannot be an empty string')
  api.description = value
}

function addMediaType(api: RestApiRecord, { names }: { names: Record<string, string> }): void {
  const type = unescapePointer(names['type'] ?? '')
  api.binaryMediaTypes = [...new Set([...(api.binaryMediaTypes ?? []), type])]
}

function removeMediaType(api: RestApiRecord, { names }: { names: Record<string, string> }): void {
  const rest = (api.binaryMediaTypes ?? []).filter((type) => type !== unescapePointer(names['type'] ?? ''))
  api.binaryMediaTypes = rest.length > 0 ? rest : undefined
}

/** An absent value disables compression (documented). */
function setCompression(api: RestApiRecord, { value }: { value: string }): void {
  if (value === '') return void delete api.minimumCompressionSize
  checkCompression(/^-?\d+$/.test(value) ? Number(value) : -1)
  api.minimumCompressionSize = Number(value)
}

/** The path names the type that the API has, the value the one it shall have (documented). */
function setEndpointType(api: RestApiRecord, { value, names }: { value: string; names: Record<string, string> }): void {
  const has = api.endpointConfiguration?.types?.some((type) => type === names['type'])
  if (!has || !['REGIONAL', 'EDGE', 'PRIVATE'].includes(value)) {
    throw badRequest('Invalid EndpointTypes specified. Valid options are REGIONAL,EDGE,PRIVATE')
  }
  api.endpointConfiguration = { ...api.endpointConfiguration, types: [value as 'EDGE'] }
}

function setIpAddressType(api: RestApiRecord, { value }: { value: string }): void {
  if (value !== 'ipv4' && value !== 'dualstack') throw badRequest('ipAddressType must be either ipv4 or dualstack.')
  const isPrivate = api.endpointConfiguration?.types?.includes('PRIVATE')
  if (isPrivate && value === 'ipv4') throw badRequest('Only dualstack ipAddressType is supported for Private APIs.')
  api.endpointConfiguration = { ...api.endpointConfiguration, ipAddressType: value }
}

/** Only private APIs have them (documented); the sentence is guessed. */
function addVpcEndpoint(api: RestApiRecord, { value }: { value: string }): void {
  if (!api.endpointConfiguration?.types?.includes('PRIVATE')) {
    throw badRequest('VPC endpoint ids can only be associated with private APIs')
  }
  const ids = new Set(api.endpointConfiguration.vpcEndpointIds)
  api.endpointConfiguration = { ...api.endpointConfiguration, vpcEndpointIds: [...ids.add(value)] }
}

function removeVpcEndpoint(api: RestApiRecord, { value }: { value: string }): void {
  const vpcEndpointIds = (api.endpointConfiguration?.vpcEndpointIds ?? []).filter((id) => id !== value)
  api.endpointConfiguration = {
    ...api.endpointConfiguration,
    vpcEndpointIds: vpcEndpointIds.length > 0 ? vpcEndpointIds : undefined,
  }
}
