import type { DeleteDomainNameAccessAssociationRequest } from '@aws-sdk/client-api-gateway'
import { findAccessAssociation } from './access-associations.ts'
import type { Call } from './call.ts'
import { edgeKinds } from './edge-records.ts'

export function deleteDomainNameAccessAssociation(call: Call, input: DeleteDomainNameAccessAssociationRequest): void {
  const found = findAccessAssociation(call, input.domainNameAccessAssociationArn)
  call.unit.delete(edgeKinds.accessAssociation, found.domainNameAccessAssociationArn)
}
