import type { CreateRestApiRequest, EndpointConfiguration, RestApi } from '@aws-sdk/client-api-gateway'
import { badRequest, validationError } from '../lib/aws-error.ts'
import { epochSeconds } from '../lib/clock.ts'
import { newId, type Call } from './call.ts'
import { cloneDefinition } from './clone-rest-api.ts'
import { putStandardModels } from './models.ts'
import { kinds, type ResourceRecord, type RestApiRecord } from './records.ts'
import { resourceKey } from './resources.ts'
import { findRestApi, restApiOutput } from './rest-apis.ts'

const endpointTypes = ['PRIVATE', 'EDGE', 'REGIONAL']

export function createRestApi(call: Call, input: CreateRestApiRequest): RestApi {
  if (input.description === '') throw badRequest('Description cannot be an empty string')
  checkCompression(input.minimumCompressionSize)
  const source = input.cloneFrom ? findRestApi(call, input.cloneFrom) : undefined
  const id = newId(call, 10)
  const root: ResourceRecord = { apiId: id, id: newId(call, 10), path: '/', resourceMethods: {} }
  const api: RestApiRecord = {
    id,
    name: input.name ?? '',
    description: input.description,
    createdDate: epochSeconds(call.now),
    version: input.version,
    binaryMediaTypes: input.binaryMediaTypes,
    minimumCompressionSize: input.minimumCompressionSize,
    apiKeySource: input.apiKeySource ?? 'HEADER',
    endpointConfiguration: endpointConfiguration(input.endpointConfiguration),
    policy: input.policy,
    tags: input.tags && Object.keys(input.tags).length > 0 ? input.tags : undefined,
    disableExecuteApiEndpoint: input.disableExecuteApiEndpoint ?? false,
    rootResourceId: root.id,
  }
  call.unit.put(kinds.restApi, id, api)
  call.unit.put(kinds.resource, resourceKey(id, root.id), root)
  if (source) cloneDefinition(call, source, api)
  else putStandardModels(call, id)
  return restApiOutput(api)
}

/** Sentence recorded. */
export function checkCompression(size: number | undefined): void {
  if (size !== undefined && !(size >= 0 && size <= 10485760)) {
    throw badRequest('Invalid minimum compression size, must be between 0 and 10485760')
  }
}

/** Defaults and sentences recorded (TestApiGatewayApiRestApi). */
function endpointConfiguration(wanted: EndpointConfiguration | undefined): EndpointConfiguration {
  const types = wanted?.types ?? ['EDGE']
  const [type] = types
  if (types.some((name) => !endpointTypes.includes(name))) throw invalidTypes(types)
  if (!type) throw badRequest('REGIONAL Configuration and EDGE Configuration cannot be both DISABLED.')
  if (types.length > 1) throw badRequest('Cannot create an api with multiple Endpoint Types.')
  const standard = type === 'PRIVATE' ? 'dualstack' : 'ipv4'
  const ipAddressType = wanted?.ipAddressType ?? standard
  if (ipAddressType !== 'ipv4' && ipAddressType !== 'dualstack') {
    throw badRequest('ipAddressType must be either ipv4 or dualstack.')
  }
  if (type === 'PRIVATE' && ipAddressType !== 'dualstack') {
    throw badRequest('Only dualstack ipAddressType is supported for Private APIs.')
  }
  return { types, ipAddressType, vpcEndpointIds: wanted?.vpcEndpointIds }
}

function invalidTypes(types: string[]) {
  return validationError([
    `Value '[${types.join(', ')}]' at 'createRestApiInput.endpointConfiguration.types' failed to satisfy constraint: ` +
      `Member must satisfy constraint: [Member must satisfy enum value set: [${endpointTypes.join(', ')}]]`,
  ])
}
