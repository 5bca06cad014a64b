import type { VpcLink } from '@aws-sdk/client-api-gateway'
import { notFound } from '../lib/aws-error.ts'
import type { Call } from './call.ts'
import { edgeKinds, type VpcLinkRecord } from './edge-records.ts'

/** Sentence after moto's: guessed. */
export function findVpcLink({ unit }: Call, id: string | undefined): VpcLinkRecord {
  const link = unit.get<VpcLinkRecord>(edgeKinds.vpcLink, id ?? '')
  if (!link) throw notFound('Invalid Vpc Link identifier specified')
  return link
}

export function putVpcLink({ unit }: Call, link: VpcLinkRecord): void {
  unit.put(edgeKinds.vpcLink, link.id, link)
}

/** The words that go with a status are AWS's own (documented example). */
export function vpcLinkOutput({ availableAt, tags, ...link }: VpcLinkRecord, now: number): VpcLink {
  const isReady = now >= availableAt
  return {
    ...link,
    status: isReady ? 'AVAILABLE' : 'PENDING',
    statusMessage: isReady ? 'Your vpc link is ready for use' : 'Your vpc link is being provisioned',
    tags: tags && Object.keys(tags).length > 0 ? tags : undefined,
  }
}
