import type { DeleteVpcLinkRequest } from '@aws-sdk/client-api-gateway'
import { badRequest } from '../lib/aws-error.ts'
import type { Call } from './call.ts'
import { edgeKinds } from './edge-records.ts'
import { kinds, type ResourceRecord } from './records.ts'
import { findVpcLink } from './vpc-links.ts'

/** One in use can't go; sentence from public reports, such as terraform-provider-aws#9043. It is gone at once (guessed). */
export function deleteVpcLink(call: Call, input: DeleteVpcLinkRequest): void {
  const { id } = findVpcLink(call, input.vpcLinkId)
  const users = call.unit.list<ResourceRecord>(kinds.resource).flatMap((resource) =>
    Object.entries(resource.resourceMethods)
      .filter(([, method]) => method.methodIntegration?.connectionId === id)
      .map(([verb]) => `${verb}:${resource.id}:${resource.apiId}`),
  )
  if (users.length > 0) {
    throw badRequest(
      `Cannot delete vpc link. Vpc link '${id}', is referenced in [${users.join(', ')}] in format of [Method:Resource:RestApi]`,
    )
  }
  call.unit.delete(edgeKinds.vpcLink, id)
}
