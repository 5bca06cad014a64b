import type { ClientCertificate, UpdateClientCertificateRequest } from '@aws-sdk/client-api-gateway'
import { applyPatch, type PatchRule } from '../lib/patch/apply-patch.ts'
import { textRule } from '../lib/patch/field-rules.ts'
import { checkOps } from '../lib/patch/operations.ts'
import { refusePatch } from '../lib/patch/refuse-patch.ts'
import type { Call } from './call.ts'
import { clientCertificateOutput, findClientCertificate, putClientCertificate } from './client-certificates.ts'
import type { ClientCertificateRecord } from './edge-records.ts'

/** `/description` only (documented). */
const rules: PatchRule<ClientCertificateRecord>[] = [textRule('description', { clearable: true })]

export function updateClientCertificate(call: Call, input: UpdateClientCertificateRequest): ClientCertificate {
  const operations = checkOps('updateClientCertificateInput', input.patchOperations)
  const before = findClientCertificate(call, input.clientCertificateId)
  const certificate = applyPatch(rules, before, operations, refusePatch)
  putClientCertificate(call, certificate)
  return clientCertificateOutput(certificate)
}
