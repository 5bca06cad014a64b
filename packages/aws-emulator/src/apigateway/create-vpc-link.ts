import type { CreateVpcLinkRequest, VpcLink } from '@aws-sdk/client-api-gateway'
import { badRequest } from '../lib/aws-error.ts'
import { newId, type Call } from './call.ts'
import { checkTags } from './tags.ts'
import { putVpcLink, vpcLinkOutput } from './vpc-links.ts'

/** A link has one network load balancer, and takes a while to be made (documented); the sentence is guessed. */
export function createVpcLink(call: Call, input: CreateVpcLinkRequest): VpcLink {
  const { name = '', description, targetArns = [], tags } = input
  const balancer = /^arn:aws[a-z-]*:elasticloadbalancing:[^:]+:\d{12}:loadbalancer\/net\/.+$/
  if (targetArns.length !== 1 || !balancer.test(targetArns[0] ?? '')) {
    throw badRequest('Exactly one Network Load Balancer ARN must be specified in targetArns')
  }
  checkTags(tags ?? {})
  const availableAt = call.now + call.settings.vpcLinkSeconds * 1000
  const link = { id: newId(call, 6), name, description, targetArns, tags, availableAt }
  putVpcLink(call, link)
  return vpcLinkOutput(link, call.now)
}
