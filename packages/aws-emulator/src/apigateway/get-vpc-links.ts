import type { GetVpcLinksRequest, VpcLinks } from '@aws-sdk/client-api-gateway'
import { page } from '../lib/page.ts'
import type { Call } from './call.ts'
import { edgeKinds, type VpcLinkRecord } from './edge-records.ts'
import { vpcLinkOutput } from './vpc-links.ts'

export function getVpcLinks({ unit, now }: Call, input: GetVpcLinksRequest): VpcLinks & { position?: string } {
  const { items, position } = page(unit.list<VpcLinkRecord>(edgeKinds.vpcLink), input.position, input.limit)
  return { items: items.map((link) => vpcLinkOutput(link, now)), position }
}
