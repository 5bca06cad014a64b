import type { CreateDomainNameAccessAssociationRequest, DomainNameAccessAssociation } from '@aws-sdk/client-api-gateway'
import { badRequest, notFound } from '../lib/aws-error.ts'
import { checkEnum } from '../lib/check-enum.ts'
import { newId, type Call } from './call.ts'
import { edgeKinds, type AccessAssociationRecord, type DomainNameRecord } from './edge-records.ts'
import { checkTags } from './tags.ts'

/** A VPC endpoint that may use a private name (documented); the sentences and the form of the ARN are guessed. */
export function createDomainNameAccessAssociation(
  call: Call,
  input: CreateDomainNameAccessAssociationRequest,
): DomainNameAccessAssociation {
  const { domainNameArn, accessAssociationSource = '', accessAssociationSourceType, tags } = input
  checkEnum(accessAssociationSourceType, ['VPCE'], 'createDomainNameAccessAssociationInput.accessAssociationSourceType')
  checkTags(tags ?? {})
  const domains = call.unit.list<DomainNameRecord>(edgeKinds.domainName)
  const domain = domains.find((one) => one.domainNameArn === domainNameArn)
  if (!domain) throw notFound('Invalid domain name identifier specified')
  if (!domain.domainNameId) throw badRequest('Access associations are supported for private domain names only')
  if (!/^vpce-[0-9a-z]+$/.test(accessAssociationSource)) throw badRequest('Invalid VPC endpoint identifier specified')
  const { account, region } = call.unit.place
  const path = `/domainnameaccessassociations/domainname/${domain.domainName}/vpcesource/${accessAssociationSource}`
  const association: AccessAssociationRecord = {
    domainNameAccessAssociationArn: `arn:aws:apigateway:${region}:${account}:${path}+${newId(call, 10)}`,
    domainNameArn,
    accessAssociationSourceType,
    accessAssociationSource,
    tags,
  }
  call.unit.put(edgeKinds.accessAssociation, association.domainNameAccessAssociationArn, association)
  return association
}
