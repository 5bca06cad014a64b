import {
  CreateBasePathMappingCommand,
  CreateDomainNameCommand,
  DeleteDomainNameCommand,
  GetBasePathMappingsCommand,
  GetDomainNameCommand,
  GetDomainNamesCommand,
  UpdateDomainNameCommand,
  type CreateDomainNameCommandInput,
  type PatchOperation,
} from '@aws-sdk/client-api-gateway'
import { expect } from 'vitest'
import {
  bare,
  describeOperation,
  invalid,
  refused,
  statusOf,
  wrongPosition,
  type World,
} from '../testing/describe-operation.ts'
import { replace, smallApi } from '../testing/small-api.ts'

const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/abc'
const domainName = 'api.example.com'
const unknown = 'Invalid domain name identifier specified'
const none = { domainName: 'none.example.com' }
const privately = { endpointConfiguration: { types: ['PRIVATE' as const] }, certificateArn: undefined }
const wrongTypes = 'Invalid EndpointTypes specified. Valid options are REGIONAL,EDGE,PRIVATE'

function creator({ send }: World) {
  return (more: Partial<CreateDomainNameCommandInput> = {}) =>
    send(new CreateDomainNameCommand({ domainName, certificateArn, ...more }))
}

describeOperation('CreateDomainName', {
  accepts: {
    'an edge, a regional and a private name': async (world) => {
      const create = creator(world)
      const edge = { types: ['EDGE'], ipAddressType: 'ipv4' }
      expect(await create()).toMatchObject({ endpointConfiguration: edge, $metadata: { httpStatusCode: 201 } })
      const regional = { domainName: 'r.example.com', regionalCertificateArn: certificateArn }
      const made = await create({ ...regional, endpointConfiguration: { types: ['REGIONAL'] } })
      expect(made).toMatchObject({ ...regional, endpointConfiguration: { types: ['REGIONAL'] } })
      const own = await create({ ...privately, domainName: 'p.example.com' })
      expect(own.endpointConfiguration).toEqual({ types: ['PRIVATE'], ipAddressType: 'dualstack' })
    },
    'private names of the same spelling, told apart by their ids': async (world) => {
      const [one, other] = [await creator(world)(privately), await creator(world)(privately)]
      expect(one.domainNameId).not.toBe(other.domainNameId)
      expect(one.domainNameArn).toContain(`:${world.account}:/domainnames/${domainName}+${one.domainNameId}`)
    },
  },
  refuses: {
    'names that are none, twice, or without the certificate of their type': async (world) => {
      const create = creator(world)
      await create()
      await refused(create(), 400, 'The domain name you provided already exists.')
      await refused(create({ domainName: 'nonsense' }), 400, 'Invalid domain name specified: nonsense')
      const other = (more: Partial<CreateDomainNameCommandInput>) => create({ domainName: 'b.example.com', ...more })
      const edge = 'A certificate must be provided for an edge-optimized domain name'
      await refused(other({ certificateArn: undefined }), 400, edge)
      const regional = 'A regional certificate must be provided for a regional domain name'
      await refused(other({ endpointConfiguration: { types: ['REGIONAL'] } }), 400, regional)
      const arn = "Invalid certificate ARN: x. Certificate must be in 'us-east-1' or the region of the domain name."
      await refused(other({ certificateArn: 'x' }), 400, arn)
      await refused(other({ endpointConfiguration: { types: [] } }), 400, wrongTypes)
      await refused(other({ tags: { 'aws:x': '1' } }), 400, 'Invalid tag key: aws:x')
    },
  },
  does: {
    'the name leads to a distribution, or to an endpoint of the Region': async (world) => {
      expect(await creator(world)()).toMatchObject({
        domainName,
        domainNameArn: `arn:aws:apigateway:eu-central-1::/domainnames/${domainName}`,
        distributionDomainName: expect.stringMatching(/^d[a-z0-9]+\.cloudfront\.net$/),
        distributionHostedZoneId: 'Z2FDTNDATAQYW2',
        domainNameStatus: 'AVAILABLE',
        securityPolicy: 'TLS_1_2',
      })
      const { regionalDomainName } = await creator(world)({
        domainName: 'r.example.com',
        endpointConfiguration: { types: ['REGIONAL'] },
        regionalCertificateArn: certificateArn,
      })
      expect(regionalDomainName).toMatch(/^d-[a-z0-9]+\.execute-api\.eu-central-1\.amazonaws\.com$/)
    },
  },
})

describeOperation('GetDomainName', {
  accepts: {
    'a name, a private one with its id': async (world) => {
      await creator(world)()
      expect(await statusOf(world.send(new GetDomainNameCommand({ domainName })))).toBe(200)
      const { domainNameId } = await creator(world)(privately)
      expect(await world.send(new GetDomainNameCommand({ domainName, domainNameId }))).toMatchObject({ domainNameId })
    },
  },
  refuses: { 'unknown names': ({ send }) => refused(send(new GetDomainNameCommand(none)), 404, unknown) },
  does: {
    'it shows what was made': async (world) => {
      const made = await bare(creator(world)({ tags: { a: 'b' } }))
      expect(await bare(world.send(new GetDomainNameCommand({ domainName })))).toEqual(made)
    },
  },
})

describeOperation('GetDomainNames', {
  accepts: {
    'an owner, a limit and a position': async (world) => {
      for (const name of ['a.example.com', 'b.example.com']) await creator(world)({ domainName: name })
      const { items, position } = await world.send(new GetDomainNamesCommand({ limit: 1 }))
      expect(items).toMatchObject([{ domainName: 'a.example.com' }])
      const next = await world.send(new GetDomainNamesCommand({ position, resourceOwner: 'SELF' }))
      expect(next.items).toMatchObject([{ domainName: 'b.example.com' }])
    },
  },
  refuses: {
    'a position that isn’t one of its own': ({ send }) =>
      refused(send(new GetDomainNamesCommand({ position: 'x' })), 400, wrongPosition),
  },
  does: {
    'nobody shares a name with another account': async (world) => {
      await creator(world)()
      expect((await world.send(new GetDomainNamesCommand({}))).items).toMatchObject([{ domainName }])
      expect((await world.send(new GetDomainNamesCommand({ resourceOwner: 'OTHER_ACCOUNTS' }))).items).toEqual([])
    },
  },
})

const updater =
  ({ send }: World) =>
  (...patchOperations: PatchOperation[]) =>
    send(new UpdateDomainNameCommand({ domainName, patchOperations }))

describeOperation('UpdateDomainName', {
  accepts: {
    'policies, trust stores and the kind of routing': async (world) => {
      await creator(world)()
      const updated = await updater(world)(
        replace('/securityPolicy', 'TLS_1_0'),
        replace('/routingMode', 'ROUTING_RULE_ONLY'),
        { op: 'add', path: '/mutualTlsAuthentication/truststoreUri', value: 's3://a/b' },
        replace('/endpointConfiguration/ipAddressType', 'dualstack'),
      )
      expect(updated).toMatchObject({
        securityPolicy: 'TLS_1_0',
        routingMode: 'ROUTING_RULE_ONLY',
        mutualTlsAuthentication: { truststoreUri: 's3://a/b' },
        endpointConfiguration: { types: ['EDGE'], ipAddressType: 'dualstack' },
      })
    },
  },
  refuses: {
    'other paths, values that can’t be, and unknown names': async (world) => {
      await creator(world)()
      const update = updater(world)
      await refused(update(replace('/nope', 'x')), 400, 'Invalid patch path /nope')
      const stack = 'ipAddressType must be either ipv4 or dualstack.'
      await refused(update(replace('/endpointConfiguration/ipAddressType', 'x')), 400, stack)
      await refused(update(replace('/endpointConfiguration/types/EDGE', 'NOPE')), 400, wrongTypes)
      const modes = '[BASE_PATH_MAPPING_ONLY, ROUTING_RULE_ONLY, ROUTING_RULE_THEN_BASE_PATH_MAPPING]'
      const mode = `Value 'x' at 'domainName.routingMode' failed to satisfy constraint: Member must satisfy enum value set: ${modes}`
      await invalid(update(replace('/routingMode', 'x')), mode)
      await refused(world.send(new UpdateDomainNameCommand(none)), 404, unknown)
    },
  },
  does: {
    'a name moves from the edge to the Region': async (world) => {
      await creator(world)()
      const certificate = replace('/regionalCertificateArn', certificateArn)
      await updater(world)(certificate, replace('/endpointConfiguration/types/EDGE', 'REGIONAL'))
      const read = await world.send(new GetDomainNameCommand({ domainName }))
      expect(read).toMatchObject({ endpointConfiguration: { types: ['REGIONAL'] } })
      expect(read).toHaveProperty('regionalDomainName')
      expect(read).not.toHaveProperty('distributionDomainName')
    },
  },
})

describeOperation('DeleteDomainName', {
  accepts: {
    'a name': async (world) => {
      await creator(world)()
      expect(await statusOf(world.send(new DeleteDomainNameCommand({ domainName })))).toBe(202)
    },
  },
  refuses: { 'unknown names': ({ send }) => refused(send(new DeleteDomainNameCommand(none)), 404, unknown) },
  does: {
    'its mappings go with it': async (world) => {
      const { restApiId } = await smallApi(world.apiGateway)
      await creator(world)()
      await world.send(new CreateBasePathMappingCommand({ domainName, restApiId }))
      await world.send(new DeleteDomainNameCommand({ domainName }))
      expect((await world.send(new GetDomainNamesCommand({}))).items).toEqual([])
      await creator(world)()
      expect((await world.send(new GetBasePathMappingsCommand({ domainName }))).items).toEqual([])
    },
  },
})
