import type { ClientCertificate, DomainName, DomainNameAccessAssociation, VpcLink } from '@aws-sdk/client-api-gateway'

/** What stands in front of APIs or behind them, of the account rather than of one API. */
export type DomainNameRecord = Omit<DomainName, 'certificateUploadDate'> & {
  domainName: string
  certificateUploadDate?: number
}

export type BasePathMappingRecord = { domain: string; basePath: string; restApiId: string; stage?: string }

export type VpcLinkRecord = Omit<VpcLink, 'status'> & {
  id: string
  name: string
  /** World ms: PENDING until then. */
  availableAt: number
}

export type ClientCertificateRecord = Omit<ClientCertificate, 'createdDate' | 'expirationDate'> & {
  clientCertificateId: string
  createdDate: number
  expirationDate: number
}

export type AccessAssociationRecord = DomainNameAccessAssociation & { domainNameAccessAssociationArn: string }

export const edgeKinds = {
  domainName: 'domain-name',
  /** Keyed by `{domain}/{basePath}`. */
  basePathMapping: 'base-path-mapping',
  vpcLink: 'vpc-link',
  clientCertificate: 'client-certificate',
  accessAssociation: 'domain-name-access-association',
} as const
