import type { ClientCertificate, GetClientCertificateRequest } from '@aws-sdk/client-api-gateway'
import type { Call } from './call.ts'
import { clientCertificateOutput, findClientCertificate } from './client-certificates.ts'

export function getClientCertificate(call: Call, input: GetClientCertificateRequest): ClientCertificate {
  return clientCertificateOutput(findClientCertificate(call, input.clientCertificateId))
}
