import type { DomainNameAccessAssociations, GetDomainNameAccessAssociationsRequest } from '@aws-sdk/client-api-gateway'
import { page } from '../lib/page.ts'
import type { Call } from './call.ts'
import { edgeKinds, type AccessAssociationRecord } from './edge-records.ts'

export function getDomainNameAccessAssociations(
  { unit }: Call,
  input: GetDomainNameAccessAssociationsRequest,
): DomainNameAccessAssociations & { position?: string } {
  const isOthers = input.resourceOwner === 'OTHER_ACCOUNTS'
  const all = isOthers ? [] : unit.list<AccessAssociationRecord>(edgeKinds.accessAssociation)
  return page(all, input.position, input.limit)
}
