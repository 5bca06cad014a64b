import {
  CreateApiKeyCommand,
  CreateDomainNameCommand,
  CreateRestApiCommand,
  CreateUsagePlanCommand,
  CreateVpcLinkCommand,
  GenerateClientCertificateCommand,
  GetAccountCommand,
  GetApiKeyCommand,
  GetStageCommand,
  GetTagsCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateAccountCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-api-gateway'
import { expect } from 'vitest'
import {
  bare,
  describeOperation,
  refused,
  statusOf,
  unsignedRefusal,
  type World,
} from '../testing/describe-operation.ts'
import { replace, smallApi } from '../testing/small-api.ts'

const role = 'arn:aws:iam::111122223333:role/x'
const standard = {
  throttleSettings: { burstLimit: 5000, rateLimit: 10000 },
  features: ['UsagePlans'],
  apiKeyVersion: '4',
}

const update = ({ send }: World, ...patchOperations: ReturnType<typeof replace>[]) =>
  send(new UpdateAccountCommand({ patchOperations }))

describeOperation('GetAccount', {
  accepts: {
    'a call without any input': async ({ send }) => {
      expect(await statusOf(send(new GetAccountCommand({})))).toBe(200)
    },
  },
  refuses: {
    'nobody’s call': ({ unsigned }) => refused(unsigned(new GetAccountCommand({})), 403, unsignedRefusal),
  },
  does: {
    'it tells the account’s limits, and its role once it has one': async (world) => {
      expect(await bare(world.send(new GetAccountCommand({})))).toEqual(standard)
      await update(world, replace('/cloudwatchRoleArn', role))
      const read = await bare(world.send(new GetAccountCommand({})))
      expect(read).toEqual({ ...standard, cloudwatchRoleArn: role })
    },
  },
})

describeOperation('UpdateAccount', {
  accepts: {
    'a role, and the feature that every account has': async (world) => {
      const feature = { op: 'add', path: '/features', value: 'UsagePlans' } as const
      const updated = await bare(update(world, replace('/cloudwatchRoleArn', role), feature))
      expect(updated).toEqual({ ...standard, cloudwatchRoleArn: role })
    },
  },
  refuses: {
    'what is no role, other features, paths and verbs': async (world) => {
      await refused(
        update(world, replace('/cloudwatchRoleArn', 'nonsense')),
        400,
        'The role ARN does not have required permissions configured. Please grant trust permission for API Gateway and add the required role policy.',
      )
      await refused(update(world, { op: 'add', path: '/features', value: 'x' }), 400, 'Invalid feature specified: x')
      await refused(update(world, replace('/apiKeyVersion', '5')), 400, 'Invalid patch path /apiKeyVersion')
      const remove = update(world, { op: 'remove', path: '/features', value: 'UsagePlans' })
      await refused(remove, 400, 'Invalid patch operation specified. Must be one of: [add]')
    },
  },
  does: {
    'without a role no stage can log': async (world) => {
      const api = await smallApi(world.apiGateway)
      await update(world, replace('/cloudwatchRoleArn', ''))
      expect(await world.send(new GetAccountCommand({}))).not.toHaveProperty('cloudwatchRoleArn')
      const patchOperations = [replace('/*/*/logging/loglevel', 'INFO')]
      const sentence = 'CloudWatch Logs role ARN must be set in account settings to enable logging'
      await refused(world.send(new UpdateStageCommand({ ...api, patchOperations })), 400, sentence)
    },
  },
})

const arn = (path: string) => `arn:aws:apigateway:eu-central-1::/${path}`
const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/abc'
const balancer = 'arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/net/a/b'

/** One of each kind that has tags, by its ARN. */
async function taggable({ apiGateway, send }: World): Promise<string[]> {
  const { restApiId } = await smallApi(apiGateway)
  const key = await send(new CreateApiKeyCommand({}))
  const plan = await send(new CreateUsagePlanCommand({ name: 'gold' }))
  const domain = await send(new CreateDomainNameCommand({ domainName: 'api.example.com', certificateArn }))
  const link = await send(new CreateVpcLinkCommand({ name: 'net', targetArns: [balancer] }))
  const { clientCertificateId } = await send(new GenerateClientCertificateCommand({}))
  const paths = [`apikeys/${key.id}`, `usageplans/${plan.id}`, `vpclinks/${link.id}`]
  const more = [`clientcertificates/${clientCertificateId}`, `restapis/${restApiId}`, `restapis/${restApiId}/stages/s1`]
  return [...paths, ...more].map(arn).concat(domain.domainNameArn ?? '')
}

const tagsOf = async ({ send }: World, resourceArn: string) => (await send(new GetTagsCommand({ resourceArn }))).tags

describeOperation('GetTags', {
  accepts: {
    'the ARN of each kind that has tags': async (world) => {
      for (const resourceArn of await taggable(world)) expect(await tagsOf(world, resourceArn)).toEqual({})
    },
  },
  refuses: {
    'ARNs of what isn’t there, and what is none': async (world) => {
      const get = (resourceArn: string) => world.send(new GetTagsCommand({ resourceArn }))
      const noApi = `Invalid API identifier specified ${world.account}:none`
      await refused(get(arn('restapis/none/stages/s1')), 404, noApi)
      await refused(get(arn('apikeys/none')), 404, 'Invalid API Key identifier specified')
      await refused(get(arn('usageplans/none')), 404, 'Invalid Usage Plan identifier specified')
      await refused(get(arn('vpclinks/none')), 404, `Invalid resource ARN specified ${arn('vpclinks/none')}`)
      await refused(get('nonsense'), 404, 'Invalid resource ARN specified nonsense')
    },
  },
  does: {
    'the tags that a resource was made with show': async (world) => {
      const { id } = await world.send(new CreateRestApiCommand({ name: 'x', tags: { team: 'a' } }))
      expect(await tagsOf(world, arn(`restapis/${id}`))).toEqual({ team: 'a' })
    },
  },
})

describeOperation('TagResource', {
  accepts: {
    'tags for each kind that has them': async (world) => {
      for (const resourceArn of await taggable(world)) {
        expect(await statusOf(world.send(new TagResourceCommand({ resourceArn, tags: { a: '1' } })))).toBe(204)
        expect(await tagsOf(world, resourceArn)).toEqual({ a: '1' })
      }
    },
  },
  refuses: {
    'reserved and long keys, long values, more than 50, and unknown resources': async (world) => {
      const { id } = await world.send(new CreateApiKeyCommand({}))
      const tag = (tags: Record<string, string>, resourceArn = arn(`apikeys/${id}`)) =>
        world.send(new TagResourceCommand({ resourceArn, tags }))
      const long = 'k'.repeat(129)
      await refused(tag({ 'aws:x': '1' }), 400, 'Invalid tag key: aws:x')
      await refused(tag({ [long]: '1' }), 400, `Invalid tag key: ${long}`)
      await refused(tag({ a: 'v'.repeat(257) }), 400, 'Invalid tag value for key: a')
      const many = Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`k${n}`, 'v']))
      await refused(tag(many), 400, 'Tags limit exceeded: at most 50 per resource')
      await refused(tag({ a: '1' }, arn('apikeys/none')), 404, 'Invalid API Key identifier specified')
      expect(await world.send(new GetApiKeyCommand({ apiKey: id }))).toMatchObject({ tags: {} })
    },
  },
  does: {
    'new tags come to those that are there, and show in the stage': async (world) => {
      const api = await smallApi(world.apiGateway)
      const resourceArn = arn(`restapis/${api.restApiId}/stages/s1`)
      await world.send(new TagResourceCommand({ resourceArn, tags: { a: '1', b: '2' } }))
      await world.send(new TagResourceCommand({ resourceArn, tags: { b: '3' } }))
      expect(await world.send(new GetStageCommand(api))).toMatchObject({ tags: { a: '1', b: '3' } })
    },
  },
})

describeOperation('UntagResource', {
  accepts: {
    'keys of each kind that has tags, also those that aren’t there': async (world) => {
      for (const resourceArn of await taggable(world)) {
        await world.send(new TagResourceCommand({ resourceArn, tags: { a: '1' } }))
        const untag = new UntagResourceCommand({ resourceArn, tagKeys: ['a', 'never'] })
        expect(await statusOf(world.send(untag))).toBe(204)
        expect(await tagsOf(world, resourceArn)).toEqual({})
      }
    },
  },
  refuses: {
    'unknown resources': ({ send }) =>
      refused(
        send(new UntagResourceCommand({ resourceArn: arn('usageplans/none'), tagKeys: ['a'] })),
        404,
        'Invalid Usage Plan identifier specified',
      ),
  },
  does: {
    'the named tags are gone, the others stay': async (world) => {
      const { id } = await world.send(new CreateApiKeyCommand({ tags: { a: '1', b: '2', c: '3' } }))
      const resourceArn = arn(`apikeys/${id}`)
      await world.send(new UntagResourceCommand({ resourceArn, tagKeys: ['a', 'b'] }))
      expect(await tagsOf(world, resourceArn)).toEqual({ c: '3' })
    },
  },
})
