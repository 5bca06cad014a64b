import type { UpdateVpcLinkRequest, VpcLink } from '@aws-sdk/client-api-gateway'
import { applyPatch, type PatchRule } from '../lib/patch/apply-patch.ts'
import { textRule } from '../lib/patch/field-rules.ts'
import { checkOps } from '../lib/patch/operations.ts'
import { refusePatch } from '../lib/patch/refuse-patch.ts'
import type { Call } from './call.ts'
import type { VpcLinkRecord } from './edge-records.ts'
import { findVpcLink, putVpcLink, vpcLinkOutput } from './vpc-links.ts'

/** Paths documented. */
const rules: PatchRule<VpcLinkRecord>[] = [textRule('name'), textRule('description', { clearable: true })]

export function updateVpcLink(call: Call, input: UpdateVpcLinkRequest): VpcLink {
  const operations = checkOps('updateVpcLinkInput', input.patchOperations)
  const link = applyPatch(rules, findVpcLink(call, input.vpcLinkId), operations, refusePatch)
  putVpcLink(call, link)
  return vpcLinkOutput(link, call.now)
}
