import type { BasePathMapping } from '@aws-sdk/client-api-gateway'
import { badRequest, conflict, notFound } from '../lib/aws-error.ts'
import type { Call } from './call.ts'
import { domainKeyOf, findDomainName } from './domain-names.ts'
import { edgeKinds, type BasePathMappingRecord } from './edge-records.ts'
import { kinds } from './records.ts'
import { findStage } from './stages.ts'

/** How the empty base path is written (documented). */
const emptyBasePath = '(none)'

export const basePathOf = (wanted: string | undefined) => wanted || emptyBasePath

const mappingKey = ({ domain, basePath }: Pick<BasePathMappingRecord, 'domain' | 'basePath'>) => `${domain}/${basePath}`

type Address = { domainName: string | undefined; domainNameId?: string | undefined; basePath: string | undefined }

/** Sentence after moto's: guessed. */
export function findMapping(call: Call, address: Address): BasePathMappingRecord {
  const domain = domainKeyOf(findDomainName(call, address))
  const key = mappingKey({ domain, basePath: basePathOf(address.basePath) })
  const mapping = call.unit.get<BasePathMappingRecord>(edgeKinds.basePathMapping, key)
  if (!mapping) throw notFound('Invalid base path mapping identifier specified')
  return mapping
}

/** Sentences after moto's recordings of AWS: guessed. */
export function putMapping(call: Call, mapping: BasePathMappingRecord, before?: BasePathMappingRecord): void {
  const { restApiId, stage, basePath } = mapping
  if (basePath.includes('/')) {
    throw badRequest(
      "API Gateway V1 doesn't support the slash character (/) in base path mappings. To create a multi-level base path mapping, use API Gateway V2.",
    )
  }
  if (!call.unit.get(kinds.restApi, restApiId)) throw badRequest('Invalid REST API identifier specified')
  if (stage !== undefined) findStage(call, restApiId, stage)
  const moved = before === undefined || mappingKey(before) !== mappingKey(mapping)
  if (moved && call.unit.get(edgeKinds.basePathMapping, mappingKey(mapping))) {
    throw conflict('Base path already exists for this domain name')
  }
  if (before) deleteMapping(call, before)
  call.unit.put(edgeKinds.basePathMapping, mappingKey(mapping), mapping)
}

export function deleteMapping({ unit }: Call, mapping: BasePathMappingRecord): void {
  unit.delete(edgeKinds.basePathMapping, mappingKey(mapping))
}

export const mappingOutput = ({ basePath, restApiId, stage }: BasePathMappingRecord): BasePathMapping => ({
  basePath,
  restApiId,
  stage,
})
