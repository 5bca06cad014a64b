import type { ClientCertificates, GetClientCertificatesRequest } from '@aws-sdk/client-api-gateway'
import { page } from '../lib/page.ts'
import type { Call } from './call.ts'
import { clientCertificateOutput } from './client-certificates.ts'
import { edgeKinds, type ClientCertificateRecord } from './edge-records.ts'

export function getClientCertificates(
  { unit }: Call,
  input: GetClientCertificatesRequest,
): ClientCertificates & { position?: string } {
  const all = unit.list<ClientCertificateRecord>(edgeKinds.clientCertificate)
  const { items, position } = page(all, input.position, input.limit)
  return { items: items.map(clientCertificateOutput), position }
}
