import type { DeleteClientCertificateRequest } from '@aws-sdk/client-api-gateway'
import { badRequest } from '../lib/aws-error.ts'
import type { Call } from './call.ts'
import { findClientCertificate } from './client-certificates.ts'
import { edgeKinds } from './edge-records.ts'
import { kinds, type StageRecord } from './records.ts'

/** That one in use can't go is guessed, and so is the sentence. */
export function deleteClientCertificate(call: Call, input: DeleteClientCertificateRequest): void {
  const { clientCertificateId: id } = findClientCertificate(call, input.clientCertificateId)
  const stage = call.unit.list<StageRecord>(kinds.stage).find(({ clientCertificateId }) => clientCertificateId === id)
  if (stage) throw badRequest(`Client certificate ${id} is in use by stage ${stage.apiId}:${stage.stageName}`)
  call.unit.delete(edgeKinds.clientCertificate, id)
}
