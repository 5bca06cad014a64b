import type { ClientCertificate } from '@aws-sdk/client-api-gateway'
import { notFound } from '../lib/aws-error.ts'
import { dateOf } from '../lib/clock.ts'
import type { Call } from './call.ts'
import { edgeKinds, type ClientCertificateRecord } from './edge-records.ts'

/** Sentence guessed. */
export function findClientCertificate({ unit }: Call, id: string | undefined): ClientCertificateRecord {
  const certificate = unit.get<ClientCertificateRecord>(edgeKinds.clientCertificate, id ?? '')
  if (!certificate) throw notFound('Invalid Client Certificate identifier specified')
  return certificate
}

export function putClientCertificate({ unit }: Call, certificate: ClientCertificateRecord): void {
  unit.put(edgeKinds.clientCertificate, certificate.clientCertificateId, certificate)
}

export function clientCertificateOutput(certificate: ClientCertificateRecord): ClientCertificate {
  const { createdDate, expirationDate, tags } = certificate
  return {
    ...certificate,
    createdDate: dateOf(createdDate),
    expirationDate: dateOf(expirationDate),
    tags: tags && Object.keys(tags).length > 0 ? tags : undefined,
  }
}
