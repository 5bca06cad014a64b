import type { DomainName } from '@aws-sdk/client-api-gateway'
import { notFound } from '../lib/aws-error.ts'
import { dateOf } from '../lib/clock.ts'
import type { Call } from './call.ts'
import { edgeKinds, type DomainNameRecord } from './edge-records.ts'

/** Private names may exist several times, told apart by their id (documented). */
const domainKey = (domainName: string | undefined, domainNameId?: string) =>
  domainNameId ? `${domainName}+${domainNameId}` : (domainName ?? '')

export const domainKeyOf = (domain: DomainNameRecord) => domainKey(domain.domainName, domain.domainNameId)

type Address = { domainName: string | undefined; domainNameId?: string | undefined }

/** Sentence after moto's: guessed. */
export function findDomainName({ unit }: Call, { domainName, domainNameId }: Address): DomainNameRecord {
  const domain = unit.get<DomainNameRecord>(edgeKinds.domainName, domainKey(domainName, domainNameId))
  if (!domain) throw notFound('Invalid domain name identifier specified')
  return domain
}

export function putDomainName({ unit }: Call, domain: DomainNameRecord): void {
  unit.put(edgeKinds.domainName, domainKeyOf(domain), domain)
}

export function domainNameOutput({ certificateUploadDate, tags, ...domain }: DomainNameRecord): DomainName {
  return {
    ...domain,
    certificateUploadDate: certificateUploadDate === undefined ? undefined : dateOf(certificateUploadDate),
    tags: tags && Object.keys(tags).length > 0 ? tags : undefined,
  }
}
