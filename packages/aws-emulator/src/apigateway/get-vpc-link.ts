import type { GetVpcLinkRequest, VpcLink } from '@aws-sdk/client-api-gateway'
import type { Call } from './call.ts'
import { findVpcLink, vpcLinkOutput } from './vpc-links.ts'

export function getVpcLink(call: Call, input: GetVpcLinkRequest): VpcLink {
  return vpcLinkOutput(findVpcLink(call, input.vpcLinkId), call.now)
}
