import { AwsError } from '../lib/aws-error.ts'
import type { Call } from './call.ts'
import { definitionKinds } from './definition-records.ts'
import { edgeKinds } from './edge-records.ts'
import { kinds, type RestApiRecord } from './records.ts'
import type { DomainNameRecord } from './edge-records.ts'

/** How many of a kind an account in a Region may have, or an API (documented, control-plane limits 4.2). */
const ofAccount: Record<string, { kind: string; most: number }> = {
  GenerateClientCertificate: { kind: edgeKinds.clientCertificate, most: 60 },
  CreateVpcLink: { kind: edgeKinds.vpcLink, most: 20 },
  CreateApiKey: { kind: kinds.apiKey, most: 10_000 },
  CreateUsagePlan: { kind: kinds.usagePlan, most: 300 },
}

const ofApi: Record<string, { kind: string; most: number; named: string }> = {
  CreateStage: { kind: kinds.stage, most: 10, named: 'stages' },
  CreateDeployment: { kind: kinds.stage, most: 10, named: 'stages' },
  CreateResource: { kind: kinds.resource, most: 300, named: 'resources' },
  CreateAuthorizer: { kind: definitionKinds.authorizer, most: 10, named: 'authorizers' },
  CreateDocumentationPart: { kind: definitionKinds.documentationPart, most: 2000, named: 'documentation parts' },
  ImportDocumentationParts: { kind: definitionKinds.documentationPart, most: 2000, named: 'documentation parts' },
  ImportRestApi: { kind: kinds.resource, most: 300, named: 'resources' },
  PutRestApi: { kind: kinds.resource, most: 300, named: 'resources' },
}

const apisOfType: Record<string, number> = { REGIONAL: 600, EDGE: 120, PRIVATE: 600 }

/** Refuses what an operation did if it left more than allowed. That it is this error is documented, the sentences are guessed. */
export function checkResourceQuotas(call: Call, operation: string, input: object, output: unknown): void {
  const account = own(ofAccount, operation)
  if (account) refuseAbove(account.most, call.unit.ids(account.kind).length, account.kind.replaceAll('-', ' ') + 's')
  const { restApiId = idOf(output) } = input as { restApiId?: string }
  const api = own(ofApi, operation)
  if (api) refuseAbove(api.most, call.unit.ids(api.kind, `${restApiId}/`).length, `${api.named} of an API`)
  if (operation === 'CreateRestApi' || operation === 'ImportRestApi') checkApis(call, restApiId)
  if (operation === 'CreateDomainName') checkDomains(call)
}

const own = <Value>(table: Record<string, Value>, key: string): Value | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined

const idOf = (output: unknown) => (output as { id?: string } | undefined)?.id ?? ''

function checkApis({ unit }: Call, id: string): void {
  const typeOf = (api: RestApiRecord | undefined) => api?.endpointConfiguration?.types?.[0] ?? 'EDGE'
  const type = typeOf(unit.get<RestApiRecord>(kinds.restApi, id))
  const same = unit.list<RestApiRecord>(kinds.restApi).filter((api) => typeOf(api) === type)
  refuseAbove(apisOfType[type] ?? Infinity, same.length, `${type} APIs`)
}

function checkDomains({ unit }: Call): void {
  const all = unit.list<DomainNameRecord>(edgeKinds.domainName)
  const hidden = all.filter(({ domainNameId }) => domainNameId !== undefined).length
  refuseAbove(120, all.length - hidden, 'public domain names')
  refuseAbove(50, hidden, 'private domain names')
}

function refuseAbove(most: number, count: number, what: string): void {
  if (count <= most) return
  throw new AwsError('LimitExceededException', 429, `Maximum number of ${what} exceeded: ${most}`, {
    'retry-after': '1',
  })
}
