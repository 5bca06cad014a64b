import {
  CreateVpcLinkCommand,
  DeleteVpcLinkCommand,
  GetVpcLinkCommand,
  GetVpcLinksCommand,
  PutIntegrationCommand,
  UpdateVpcLinkCommand,
} from '@aws-sdk/client-api-gateway'
import { expect } from 'vitest'
import { describeOperation, refused, statusOf, wrongPosition, type World } from '../testing/describe-operation.ts'
import { emulated } from '../testing/emulated.ts'
import { replace, smallApi } from '../testing/small-api.ts'

const balancer = 'arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/net/a/b'
const unknown = 'Invalid Vpc Link identifier specified'
const none = { vpcLinkId: 'none' }

async function newLink({ send }: Pick<World, 'send'>) {
  const { id } = await send(new CreateVpcLinkCommand({ name: 'net', targetArns: [balancer] }))
  return { vpcLinkId: id }
}

describeOperation('CreateVpcLink', {
  accepts: {
    'a load balancer, with a description and tags': async ({ send }) => {
      const asked = { name: 'net', description: 'd', targetArns: [balancer], tags: { a: 'b' } }
      const made = await send(new CreateVpcLinkCommand(asked))
      expect(made).toMatchObject({ ...asked, $metadata: { httpStatusCode: 202 } })
    },
  },
  refuses: {
    'no load balancer, another kind, or two; reserved tags': async ({ send }) => {
      const sentence = 'Exactly one Network Load Balancer ARN must be specified in targetArns'
      const application = balancer.replace('/net/', '/app/')
      for (const targetArns of [[], ['x'], [application], [balancer, balancer]])
        await refused(send(new CreateVpcLinkCommand({ name: 'x', targetArns })), 400, sentence)
      const tagged = new CreateVpcLinkCommand({ name: 'x', targetArns: [balancer], tags: { 'aws:x': '1' } })
      await refused(send(tagged), 400, 'Invalid tag key: aws:x')
    },
  },
  does: {
    'a link is pending for a while': async () => {
      const { apiGateway, direct } = await emulated()
      const made = await apiGateway.send(new CreateVpcLinkCommand({ name: 'net', targetArns: [balancer] }))
      expect(made).toMatchObject({ status: 'PENDING', statusMessage: 'Your vpc link is being provisioned' })
      await direct('POST', 'clock', { advanceSeconds: 5 })
      const read = await apiGateway.send(new GetVpcLinkCommand({ vpcLinkId: made.id }))
      expect(read).toMatchObject({ status: 'AVAILABLE', statusMessage: 'Your vpc link is ready for use' })
    },
  },
})

describeOperation('GetVpcLink', {
  accepts: {
    'the id of a link': async (world) => {
      expect(await statusOf(world.send(new GetVpcLinkCommand(await newLink(world))))).toBe(200)
    },
  },
  refuses: { 'unknown ids': ({ send }) => refused(send(new GetVpcLinkCommand(none)), 404, unknown) },
  does: {
    'it shows the link, and its state': async (world) => {
      const link = await newLink(world)
      const read = await world.send(new GetVpcLinkCommand(link))
      expect(read).toMatchObject({ id: link.vpcLinkId, name: 'net', targetArns: [balancer], status: 'PENDING' })
    },
  },
})

describeOperation('GetVpcLinks', {
  accepts: {
    'a limit and a position': async (world) => {
      const [first, second] = [await newLink(world), await newLink(world)]
      const { items, position } = await world.send(new GetVpcLinksCommand({ limit: 1 }))
      expect(items).toMatchObject([{ id: first.vpcLinkId }])
      expect((await world.send(new GetVpcLinksCommand({ position }))).items).toMatchObject([{ id: second.vpcLinkId }])
    },
  },
  refuses: {
    'a position that isn’t one of its own': ({ send }) =>
      refused(send(new GetVpcLinksCommand({ position: 'x' })), 400, wrongPosition),
  },
  does: {
    'it lists the account’s links, none at first': async (world) => {
      expect((await world.send(new GetVpcLinksCommand({}))).items).toEqual([])
      const { vpcLinkId } = await newLink(world)
      expect((await world.send(new GetVpcLinksCommand({}))).items).toMatchObject([{ id: vpcLinkId, name: 'net' }])
    },
  },
})

const renamed = [replace('/name', 'x'), replace('/description', 'd')]

describeOperation('UpdateVpcLink', {
  accepts: {
    'a name and a description': async (world) => {
      const update = new UpdateVpcLinkCommand({ ...(await newLink(world)), patchOperations: renamed })
      expect(await world.send(update)).toMatchObject({ name: 'x', description: 'd' })
    },
  },
  refuses: {
    'other paths, and unknown ids': async (world) => {
      const patchOperations = [replace('/targetArns', 'x')]
      const update = new UpdateVpcLinkCommand({ ...(await newLink(world)), patchOperations })
      await refused(world.send(update), 400, 'Invalid patch path /targetArns')
      await refused(world.send(new UpdateVpcLinkCommand(none)), 404, unknown)
    },
  },
  does: {
    'what was set is read back': async (world) => {
      const link = await newLink(world)
      await world.send(new UpdateVpcLinkCommand({ ...link, patchOperations: renamed }))
      expect(await world.send(new GetVpcLinkCommand(link))).toMatchObject({ name: 'x', description: 'd' })
    },
  },
})

describeOperation('DeleteVpcLink', {
  accepts: {
    'the id of a link that nothing uses': async (world) => {
      expect(await statusOf(world.send(new DeleteVpcLinkCommand(await newLink(world))))).toBe(202)
    },
  },
  refuses: {
    'a link in use, and unknown ids': async (world) => {
      const { restApiId, petsId: resourceId } = await smallApi(world.apiGateway)
      const { vpcLinkId } = await newLink(world)
      const at = { restApiId, resourceId, httpMethod: 'GET' }
      const http = { type: 'HTTP_PROXY', integrationHttpMethod: 'GET', uri: 'http://x' } as const
      const through = { connectionType: 'VPC_LINK', connectionId: vpcLinkId } as const
      await world.send(new PutIntegrationCommand({ ...at, ...http, ...through }))
      await refused(
        world.send(new DeleteVpcLinkCommand({ vpcLinkId })),
        400,
        `Cannot delete vpc link. Vpc link '${vpcLinkId}', is referenced in [GET:${resourceId}:${restApiId}] in format of [Method:Resource:RestApi]`,
      )
      await refused(world.send(new DeleteVpcLinkCommand(none)), 404, unknown)
    },
  },
  does: {
    'the link is gone': async (world) => {
      const link = await newLink(world)
      await world.send(new DeleteVpcLinkCommand(link))
      await refused(world.send(new GetVpcLinkCommand(link)), 404, unknown)
    },
  },
})
