import type { EndpointType } from '@aws-sdk/client-api-gateway'
import { badRequest } from '../lib/aws-error.ts'
import { madeId } from '../lib/ids.ts'
import type { Call } from './call.ts'
import type { DomainNameRecord } from './edge-records.ts'

export const domainTypes: EndpointType[] = ['EDGE', 'REGIONAL', 'PRIVATE']

/** CloudFront's own zone (documented); that of a Region's endpoints differs by Region, and is made up here. */
const cloudFrontZone = 'Z2FDTNDATAQYW2'

/** Where a name leads to follows from its endpoint types: a distribution, a name of the Region, or neither if private. */
export function withEndpoints({ seed, unit }: Call, domain: DomainNameRecord): DomainNameRecord {
  const { types = [] } = domain.endpointConfiguration ?? {}
  const { account, region } = unit.place
  const id = (count: number) => madeId(seed, account, `${region}/${domain.domainName}`, count, 10)
  const regional = types.includes('REGIONAL')
  const edge = types.includes('EDGE')
  return {
    ...domain,
    regionalDomainName: regional ? `d-${id(1)}.execute-api.${region}.amazonaws.com` : undefined,
    regionalHostedZoneId: regional ? `Z${id(2).toUpperCase()}` : undefined,
    distributionDomainName: edge ? `d${id(3)}.cloudfront.net` : undefined,
    distributionHostedZoneId: edge ? cloudFrontZone : undefined,
  }
}

/** A certificate for each endpoint type (documented); the sentences are guessed. */
export function checkDomainName(domain: DomainNameRecord): void {
  if (!/^(\*\.)?([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}$/.test(domain.domainName)) {
    throw badRequest(`Invalid domain name specified: ${domain.domainName}`)
  }
  const { types = [] } = domain.endpointConfiguration ?? {}
  if (types.length === 0 || types.some((type) => !domainTypes.includes(type))) {
    throw badRequest('Invalid EndpointTypes specified. Valid options are REGIONAL,EDGE,PRIVATE')
  }
  const { certificateArn, regionalCertificateArn, certificateName, regionalCertificateName } = domain
  if (types.includes('EDGE') && !certificateArn && !certificateName) {
    throw badRequest('A certificate must be provided for an edge-optimized domain name')
  }
  if (types.includes('REGIONAL') && !regionalCertificateArn && !regionalCertificateName) {
    throw badRequest('A regional certificate must be provided for a regional domain name')
  }
  for (const arn of [certificateArn, regionalCertificateArn]) {
    if (arn && !/^arn:aws[a-z-]*:acm:[^:]+:\d{12}:certificate\/.+$/.test(arn)) {
      throw badRequest(
        `Invalid certificate ARN: ${arn}. Certificate must be in 'us-east-1' or the region of the domain name.`,
      )
    }
  }
}
