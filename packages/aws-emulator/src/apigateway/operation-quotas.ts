import { parseJson } from '../protocol/json-codec.ts'
import type { Quota } from '../protocol/request-bucket.ts'
import type { HttpRequest } from '../protocol/request.ts'
import { asList, asRecord } from './openapi/values.ts'

type Rate = { calls: number; seconds: number }

/** Operations with a quota of their own (documented, control-plane limits 4.1); all others count to the total only. */
const rates: Record<string, Rate> = {
  CreateApiKey: { calls: 5, seconds: 1 },
  DeleteApiKey: { calls: 5, seconds: 1 },
  CreateResource: { calls: 5, seconds: 1 },
  DeleteResource: { calls: 5, seconds: 1 },
  CreateDeployment: { calls: 1, seconds: 5 },
  CreateDocumentationVersion: { calls: 1, seconds: 20 },
  CreateDomainName: { calls: 1, seconds: 30 },
  DeleteDomainName: { calls: 1, seconds: 30 },
  UpdateDomainName: { calls: 1, seconds: 30 },
  DeleteRestApi: { calls: 1, seconds: 30 },
  GetResources: { calls: 5, seconds: 2 },
  ImportDocumentationParts: { calls: 1, seconds: 30 },
  PutRestApi: { calls: 1, seconds: 1 },
  UpdateAccount: { calls: 1, seconds: 20 },
  UpdateUsagePlan: { calls: 1, seconds: 20 },
}

/** Making and importing an API share a quota, which an edge-optimised one has a tenth of. */
const makingApis: Record<'edge' | 'other', Quota> = {
  edge: { name: 'CreateRestApi of EDGE', calls: 1, seconds: 30 },
  other: { name: 'CreateRestApi', calls: 1, seconds: 3 },
}

export function quotaOf(operation: string, request: HttpRequest): Quota | undefined {
  if (operation === 'CreateRestApi') return makingApis[isEdge(wantedTypes(request)) ? 'edge' : 'other']
  if (operation === 'ImportRestApi') {
    return makingApis[isEdge(request.query.get('endpointConfigurationTypes')?.split(',') ?? []) ? 'edge' : 'other']
  }
  const rate = Object.hasOwn(rates, operation) ? rates[operation] : undefined
  return rate && { name: operation, ...rate }
}

const isEdge = (types: unknown[]) => types.length === 0 || types.includes('EDGE')

function wantedTypes({ body }: HttpRequest): unknown[] {
  try {
    return asList(asRecord(asRecord(parseJson(body))['endpointConfiguration'])['types'])
  } catch {
    return []
  }
}
