import {
  CreateDomainNameAccessAssociationCommand,
  CreateDomainNameCommand,
  DeleteDomainNameAccessAssociationCommand,
  GetDomainNameAccessAssociationsCommand,
  RejectDomainNameAccessAssociationCommand,
  type EndpointConfiguration,
} from '@aws-sdk/client-api-gateway'
import { expect } from 'vitest'
import {
  describeOperation,
  invalid,
  refused,
  statusOf,
  wrongPosition,
  type World,
} from '../testing/describe-operation.ts'

const domainName = 'api.example.com'
const unknown = 'Invalid domain name identifier specified'

async function newName({ send }: World, endpointConfiguration: EndpointConfiguration): Promise<string> {
  const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/abc'
  const made = await send(new CreateDomainNameCommand({ domainName, certificateArn, endpointConfiguration }))
  return made.domainNameArn ?? ''
}

const endpoint = { accessAssociationSourceType: 'VPCE', accessAssociationSource: 'vpce-1a' } as const
const noAssociation = 'Invalid domain name access association identifier specified'
const nowhere = { domainNameAccessAssociationArn: 'none', domainNameArn: 'none' }

async function withPrivate(world: World) {
  const domainNameArn = await newName(world, { types: ['PRIVATE'] })
  const associate = (more: object = {}) =>
    world.send(new CreateDomainNameAccessAssociationCommand({ domainNameArn, ...endpoint, ...more }))
  const list = async (more: object = {}) => (await world.send(new GetDomainNameAccessAssociationsCommand(more))).items
  const associated = async () => {
    const { domainNameAccessAssociationArn = '' } = await associate()
    return { domainNameAccessAssociationArn, domainNameArn }
  }
  return { domainNameArn, associate, associated, list }
}

describeOperation('CreateDomainNameAccessAssociation', {
  accepts: {
    'a VPC endpoint for a private name': async (world) => {
      const { associate } = await withPrivate(world)
      expect(await associate({ tags: { a: 'b' } })).toMatchObject({ ...endpoint, tags: { a: 'b' } })
    },
  },
  refuses: {
    'other sources, what is no endpoint, and names that aren’t private or aren’t there': async (world) => {
      const { associate } = await withPrivate(world)
      const at = 'createDomainNameAccessAssociationInput.accessAssociationSourceType'
      const type = `Value 'x' at '${at}' failed to satisfy constraint: Member must satisfy enum value set: [VPCE]`
      await invalid(associate({ accessAssociationSourceType: 'x' }), type)
      const source = associate({ accessAssociationSource: 'x' })
      await refused(source, 400, 'Invalid VPC endpoint identifier specified')
      const domainNameArn = await newName(world, { types: ['EDGE'] })
      const open = associate({ domainNameArn })
      await refused(open, 400, 'Access associations are supported for private domain names only')
      await refused(associate({ domainNameArn: 'none' }), 404, unknown)
    },
  },
  does: {
    'the association is there, under an ARN of its own': async (world) => {
      const { associate, list } = await withPrivate(world)
      const { domainNameAccessAssociationArn } = await associate()
      expect(domainNameAccessAssociationArn).toContain(
        `:${world.account}:/domainnameaccessassociations/domainname/${domainName}/vpcesource/vpce-1a+`,
      )
      expect(await list()).toMatchObject([{ domainNameAccessAssociationArn }])
    },
  },
})

describeOperation('GetDomainNameAccessAssociations', {
  accepts: {
    'an owner': async (world) => {
      const { associate, list } = await withPrivate(world)
      await associate()
      expect(await list({ resourceOwner: 'SELF' })).toHaveLength(1)
      expect(await list({ resourceOwner: 'OTHER_ACCOUNTS' })).toEqual([])
    },
  },
  refuses: {
    'a position that isn’t one of its own': async (world) => {
      await refused((await withPrivate(world)).list({ position: 'x' }), 400, wrongPosition)
    },
  },
  does: {
    'it lists the account’s associations': async (world) => {
      const { associate, list, domainNameArn } = await withPrivate(world)
      await associate()
      expect(await list()).toMatchObject([{ ...endpoint, domainNameArn }])
    },
  },
})

describeOperation('RejectDomainNameAccessAssociation', {
  accepts: {
    'the ARNs of an association and its name': async (world) => {
      const { associated } = await withPrivate(world)
      const reject = new RejectDomainNameAccessAssociationCommand(await associated())
      expect(await statusOf(world.send(reject))).toBe(202)
    },
  },
  refuses: {
    'unknown ARNs': ({ send }) =>
      refused(send(new RejectDomainNameAccessAssociationCommand(nowhere)), 404, noAssociation),
  },
  does: {
    'the endpoint is sent away': async (world) => {
      const { associated, list } = await withPrivate(world)
      await world.send(new RejectDomainNameAccessAssociationCommand(await associated()))
      expect(await list()).toEqual([])
    },
  },
})

describeOperation('DeleteDomainNameAccessAssociation', {
  accepts: {
    'the ARN of an association': async (world) => {
      const { associated } = await withPrivate(world)
      expect(await statusOf(world.send(new DeleteDomainNameAccessAssociationCommand(await associated())))).toBe(202)
    },
  },
  refuses: {
    'unknown ARNs': ({ send }) =>
      refused(send(new DeleteDomainNameAccessAssociationCommand(nowhere)), 404, noAssociation),
  },
  does: {
    'the association is gone': async (world) => {
      const { associated, list } = await withPrivate(world)
      await world.send(new DeleteDomainNameAccessAssociationCommand(await associated()))
      expect(await list()).toEqual([])
    },
  },
})
