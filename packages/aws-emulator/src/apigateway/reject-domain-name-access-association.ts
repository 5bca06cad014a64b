import type { RejectDomainNameAccessAssociationRequest } from '@aws-sdk/client-api-gateway'
import { findAccessAssociation } from './access-associations.ts'
import type { Call } from './call.ts'
import { edgeKinds } from './edge-records.ts'

/** The owner of the name sends the endpoint away: the association is gone (documented). */
export function rejectDomainNameAccessAssociation(call: Call, input: RejectDomainNameAccessAssociationRequest): void {
  const found = findAccessAssociation(call, input.domainNameAccessAssociationArn)
  call.unit.delete(edgeKinds.accessAssociation, found.domainNameAccessAssociationArn)
}
