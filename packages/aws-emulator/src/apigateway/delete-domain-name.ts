import type { DeleteDomainNameRequest } from '@aws-sdk/client-api-gateway'
import type { Call } from './call.ts'
import { domainKeyOf, findDomainName } from './domain-names.ts'
import { edgeKinds } from './edge-records.ts'

/** Its mappings go with it (documented). */
export function deleteDomainName(call: Call, input: DeleteDomainNameRequest): void {
  const key = domainKeyOf(findDomainName(call, input))
  for (const id of call.unit.ids(edgeKinds.basePathMapping, `${key}/`)) call.unit.delete(edgeKinds.basePathMapping, id)
  call.unit.delete(edgeKinds.domainName, key)
}
