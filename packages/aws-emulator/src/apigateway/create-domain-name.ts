import type { CreateDomainNameRequest, DomainName } from '@aws-sdk/client-api-gateway'
import { badRequest } from '../lib/aws-error.ts'
import { epochSeconds } from '../lib/clock.ts'
import { newId, type Call } from './call.ts'
import { checkDomainName, withEndpoints } from './domain-endpoints.ts'
import { domainKeyOf, domainNameOutput, putDomainName } from './domain-names.ts'
import { edgeKinds, type DomainNameRecord } from './edge-records.ts'
import { checkTags } from './tags.ts'

/** The defaults EDGE, TLS_1_2 and base path mappings are documented; it is AVAILABLE at once (guessed). */
export function createDomainName(call: Call, input: CreateDomainNameRequest): DomainName {
  const { domainName = '', endpointConfiguration, mutualTlsAuthentication, tags } = input
  const { certificateName, certificateArn, regionalCertificateName, regionalCertificateArn } = input
  const types = endpointConfiguration?.types ?? ['EDGE']
  const isPrivate = types.includes('PRIVATE')
  const { account, region } = call.unit.place
  const domainNameId = isPrivate ? newId(call, 10) : undefined
  const arnOf = `/domainnames/${domainName}`
  const domain: DomainNameRecord = {
    domainName,
    domainNameId,
    domainNameArn: isPrivate
      ? `arn:aws:apigateway:${region}:${account}:${arnOf}+${domainNameId}`
      : `arn:aws:apigateway:${region}::${arnOf}`,
    certificateName,
    certificateArn,
    regionalCertificateName,
    regionalCertificateArn,
    certificateUploadDate: epochSeconds(call.now),
    endpointConfiguration: {
      types,
      ipAddressType: endpointConfiguration?.ipAddressType ?? (isPrivate ? 'dualstack' : 'ipv4'),
    },
    domainNameStatus: 'AVAILABLE',
    securityPolicy: input.securityPolicy ?? 'TLS_1_2',
    endpointAccessMode: input.endpointAccessMode,
    mutualTlsAuthentication,
    ownershipVerificationCertificateArn: input.ownershipVerificationCertificateArn,
    policy: input.policy,
    routingMode: input.routingMode ?? 'BASE_PATH_MAPPING_ONLY',
    tags,
  }
  checkDomainName(domain)
  checkTags(tags ?? {})
  // Sentence from public reports, such as terraform-provider-aws#7195.
  if (call.unit.get(edgeKinds.domainName, domainKeyOf(domain))) {
    throw badRequest('The domain name you provided already exists.')
  }
  const whole = withEndpoints(call, domain)
  putDomainName(call, whole)
  return domainNameOutput(whole)
}
