import type { ClientCertificate, GenerateClientCertificateRequest } from '@aws-sdk/client-api-gateway'
import { selfSigned } from '../lib/self-signed-certificate.ts'
import { epochSeconds } from '../lib/clock.ts'
import { newId, type Call } from './call.ts'
import { clientCertificateOutput, putClientCertificate } from './client-certificates.ts'
import { checkTags } from './tags.ts'

const validSeconds = 365 * 24 * 3600

/** Valid for a year (documented). AWS's key is RSA; a small one made from the seed does here, so that equal worlds are equal. */
export function generateClientCertificate(call: Call, input: GenerateClientCertificateRequest): ClientCertificate {
  checkTags(input.tags ?? {})
  const clientCertificateId = newId(call, 6)
  const createdDate = epochSeconds(call.now)
  const expirationDate = createdDate + validSeconds
  const pemEncodedCertificate = selfSigned(
    'ApiGateway',
    `${call.seed}/${clientCertificateId}`,
    createdDate,
    expirationDate,
  )
  const { description, tags } = input
  const certificate = { clientCertificateId, description, pemEncodedCertificate, createdDate, expirationDate, tags }
  putClientCertificate(call, certificate)
  return clientCertificateOutput(certificate)
}
