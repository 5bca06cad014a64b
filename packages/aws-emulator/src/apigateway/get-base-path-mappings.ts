import type { BasePathMappings, GetBasePathMappingsRequest } from '@aws-sdk/client-api-gateway'
import { page } from '../lib/page.ts'
import { mappingOutput } from './base-path-mappings.ts'
import type { Call } from './call.ts'
import { domainKeyOf, findDomainName } from './domain-names.ts'
import { edgeKinds, type BasePathMappingRecord } from './edge-records.ts'

export function getBasePathMappings(
  call: Call,
  input: GetBasePathMappingsRequest,
): BasePathMappings & { position?: string } {
  const domain = domainKeyOf(findDomainName(call, input))
  const mappings = call.unit.list<BasePathMappingRecord>(edgeKinds.basePathMapping, `${domain}/`)
  const { items, position } = page(mappings, input.position, input.limit)
  return { items: items.map(mappingOutput), position }
}
