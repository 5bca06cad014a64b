import type { DomainNames, GetDomainNamesRequest } from '@aws-sdk/client-api-gateway'
import { page } from '../lib/page.ts'
import type { Call } from './call.ts'
import { domainNameOutput } from './domain-names.ts'
import { edgeKinds, type DomainNameRecord } from './edge-records.ts'

/** Nobody shares a name with another account here. */
export function getDomainNames({ unit }: Call, input: GetDomainNamesRequest): DomainNames & { position?: string } {
  const own = input.resourceOwner === 'OTHER_ACCOUNTS' ? [] : unit.list<DomainNameRecord>(edgeKinds.domainName)
  const { items, position } = page(own, input.position, input.limit)
  return { items: items.map(domainNameOutput), position }
}
