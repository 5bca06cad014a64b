import {
  CreateUsagePlanCommand,
  DeleteStageCommand,
  DeleteUsagePlanCommand,
  GetUsagePlanCommand,
  GetUsagePlansCommand,
  UpdateUsagePlanCommand,
  type CreateUsagePlanCommandInput,
  type PatchOperation,
} from '@aws-sdk/client-api-gateway'
import { expect } from 'vitest'
import { describeOperation, refused, statusOf, wrongPosition, type World } from '../testing/describe-operation.ts'
import { remove, replace, smallApi } from '../testing/small-api.ts'

const add = (path: string, value: string): PatchOperation => ({ op: 'add', path, value })
const unknown = 'Invalid Usage Plan ID specified'
const none = { usagePlanId: 'none' }

async function newPlan({ apiGateway, send }: World) {
  const { restApiId } = await smallApi(apiGateway)
  const { id: usagePlanId = '' } = await send(new CreateUsagePlanCommand({ name: 'gold' }))
  const update = (...patchOperations: PatchOperation[]) =>
    send(new UpdateUsagePlanCommand({ usagePlanId, patchOperations }))
  return { restApiId, usagePlanId, update, at: `${restApiId}:s1` }
}

describeOperation('CreateUsagePlan', {
  accepts: {
    'stages with limits of their methods, limits, a quota and tags': async ({ apiGateway, send }) => {
      const { restApiId: apiId } = await smallApi(apiGateway)
      const asked = {
        name: 'silver',
        description: 'd',
        apiStages: [{ apiId, stage: 's1', throttle: { '/pets/GET': { rateLimit: 1, burstLimit: 2 } } }],
        throttle: { burstLimit: 1, rateLimit: 2 },
        quota: { limit: 10, offset: 3, period: 'WEEK' as const },
        tags: { team: 'x' },
      }
      const made = await send(new CreateUsagePlanCommand(asked))
      expect(made).toMatchObject({ ...asked, $metadata: { httpStatusCode: 201 } })
    },
  },
  refuses: {
    'plans without a name, with unknown stages, and limits that can’t be': async ({ send }) => {
      const create = (more: Partial<CreateUsagePlanCommandInput>) =>
        send(new CreateUsagePlanCommand({ name: 'x', ...more }))
      await refused(create({ name: '' }), 400, 'Usage Plan name must be specified')
      const apiStages = [{ apiId: 'none', stage: 's1' }]
      await refused(create({ apiStages }), 404, 'API Stage not found: none:s1')
      const negative = create({ throttle: { burstLimit: -1, rateLimit: 1 } })
      await refused(negative, 400, 'Usage Plan throttle limits must not be negative')
      const period = create({ quota: { limit: 1, period: 'YEAR' as 'DAY' } })
      await refused(period, 400, 'Usage Plan quota period must be one of: [DAY, WEEK, MONTH]')
      const offset = create({ quota: { limit: 1, offset: 7, period: 'WEEK' } })
      await refused(offset, 400, 'Usage Plan quota offset must be between 0 and 6 for the period WEEK')
    },
  },
  does: {
    'what isn’t set is absent, a quota’s offset is 0 (recorded)': async ({ send }) => {
      const made = await send(new CreateUsagePlanCommand({ name: 'x', quota: { limit: 10, period: 'DAY' } }))
      expect(made).toMatchObject({ apiStages: [], quota: { limit: 10, offset: 0, period: 'DAY' } })
      for (const field of ['throttle', 'tags', 'description', 'productCode']) expect(made).not.toHaveProperty(field)
    },
  },
})

describeOperation('GetUsagePlan', {
  accepts: {
    'the id of a plan': async (world) => {
      const { usagePlanId } = await newPlan(world)
      expect(await statusOf(world.send(new GetUsagePlanCommand({ usagePlanId })))).toBe(200)
    },
  },
  refuses: { 'an unknown id': ({ send }) => refused(send(new GetUsagePlanCommand(none)), 404, unknown) },
  does: {
    'it shows the plan, and tags even where there are none (recorded)': async (world) => {
      const { usagePlanId } = await newPlan(world)
      const read = await world.send(new GetUsagePlanCommand({ usagePlanId }))
      expect(read).toMatchObject({ id: usagePlanId, name: 'gold', apiStages: [], tags: {} })
    },
  },
})

describeOperation('GetUsagePlans', {
  accepts: {
    'a limit and a position': async ({ send }) => {
      for (const name of ['a', 'b']) await send(new CreateUsagePlanCommand({ name }))
      const { items, position } = await send(new GetUsagePlansCommand({ limit: 1 }))
      expect(items).toMatchObject([{ name: 'a' }])
      expect((await send(new GetUsagePlansCommand({ position }))).items).toMatchObject([{ name: 'b' }])
    },
  },
  refuses: {
    'a position that isn’t one of its own': ({ send }) =>
      refused(send(new GetUsagePlansCommand({ position: 'x' })), 400, wrongPosition),
  },
  does: {
    'plans are listed without tags where there are none; an unknown key is in none': async (world) => {
      await newPlan(world)
      const { items } = await world.send(new GetUsagePlansCommand({}))
      expect(items).toEqual([{ id: expect.any(String), name: 'gold', apiStages: [] }])
      expect((await world.send(new GetUsagePlansCommand({ keyId: 'none' }))).items).toEqual([])
    },
  },
})

describeOperation('UpdateUsagePlan', {
  accepts: {
    'every documented path': async (world) => {
      const { at, update } = await newPlan(world)
      const patched = await update(
        replace('/name', 'renamed'),
        replace('/description', 'for all'),
        add('/productCode', 'p1'),
        add('/throttle/rateLimit', '1.5'),
        replace('/throttle/burstLimit', '3'),
        replace('/quota/limit', '100'),
        replace('/quota/period', 'WEEK'),
        add('/apiStages', at),
        add(`/apiStages/${at}/throttle`, '{"/pets/GET":{"rateLimit":3,"burstLimit":4}}'),
        replace(`/apiStages/${at}/throttle/~1/GET/rateLimit`, '7'),
      )
      const throttle = { '/pets/GET': { rateLimit: 3, burstLimit: 4 }, '//GET': { rateLimit: 7, burstLimit: 0 } }
      expect(patched).toMatchObject({
        name: 'renamed',
        description: 'for all',
        productCode: 'p1',
        throttle: { rateLimit: 1.5, burstLimit: 3 },
        quota: { limit: 100, period: 'WEEK', offset: 0 },
        apiStages: [{ throttle }],
        tags: {},
      })
    },
  },
  refuses: {
    'stages that aren’t there or aren’t in the plan': async (world) => {
      const { restApiId, update, usagePlanId } = await newPlan(world)
      const leave = (value?: string) => update({ op: 'remove', path: '/apiStages', value })
      await refused(leave(), 400, 'Invalid API Stage specified')
      await refused(leave('no-colon'), 400, 'Invalid API Stage specified')
      const absent = `Invalid API Stage {api: ${restApiId}, stage: nope} specified for usageplan ${usagePlanId}`
      await refused(leave(`${restApiId}:nope`), 404, absent)
      await refused(update(add('/apiStages', `${restApiId}:nope`)), 404, `API Stage not found: ${restApiId}:nope`)
    },
    'other paths, offsets past the period, and unknown plans': async (world) => {
      const { update } = await newPlan(world)
      const path =
        "Invalid patch path  '/apiStages/x:dev' specified for op 'remove'. Must be one of: [/apiStages, /quota, /throttle, /productCode, /apiStages/<apidId:stageName>/throttle/<resourcePath>/<httpMethod>, /apiStages/<apidId:stageName>/throttle]"
      await refused(update(remove('/apiStages/x:dev')), 400, path)
      const offset = update(replace('/quota/period', 'DAY'), replace('/quota/offset', '1'))
      await refused(offset, 400, 'Usage Plan quota offset must be between 0 and 0 for the period DAY')
      await refused(world.send(new UpdateUsagePlanCommand(none)), 404, unknown)
    },
  },
  does: {
    'what is removed is gone, a method’s limits alone too': async (world) => {
      const { at, update, usagePlanId } = await newPlan(world)
      const limits = '{"/pets/GET":{"rateLimit":3},"//GET":{"rateLimit":7}}'
      await update(
        add('/apiStages', at),
        add(`/apiStages/${at}/throttle`, limits),
        add('/throttle/rateLimit', '1'),
        add('/productCode', 'p'),
        replace('/quota/period', 'DAY'),
      )
      await update(
        remove(`/apiStages/${at}/throttle/~1pets/GET`),
        remove('/throttle'),
        remove('/quota'),
        remove('/productCode'),
      )
      const read = await world.send(new GetUsagePlanCommand({ usagePlanId }))
      for (const gone of ['throttle', 'quota', 'productCode']) expect(read).not.toHaveProperty(gone)
      expect(read.apiStages?.[0]?.throttle).toEqual({ '//GET': { rateLimit: 7, burstLimit: 0 } })
      const bareStage = await update(remove(`/apiStages/${at}/throttle`))
      expect(bareStage.apiStages).toEqual([{ apiId: at.split(':')[0], stage: 's1' }])
      expect((await update({ op: 'remove', path: '/apiStages', value: at })).apiStages).toEqual([])
    },
  },
})

describeOperation('DeleteUsagePlan', {
  accepts: {
    'a plan without stages': async (world) => {
      const { usagePlanId } = await newPlan(world)
      expect(await statusOf(world.send(new DeleteUsagePlanCommand({ usagePlanId })))).toBe(202)
    },
  },
  refuses: {
    'a plan with stages, and an unknown one': async (world) => {
      const { at, update, usagePlanId } = await newPlan(world)
      await update(add('/apiStages', at))
      await refused(
        world.send(new DeleteUsagePlanCommand({ usagePlanId })),
        400,
        `Cannot delete Usage Plan ${usagePlanId} because there are API Stages associated with it, including ${at}`,
      )
      await refused(world.send(new DeleteUsagePlanCommand(none)), 404, unknown)
    },
  },
  does: {
    'the plan is gone; a stage that was deleted no longer holds it': async (world) => {
      const { restApiId, at, update, usagePlanId } = await newPlan(world)
      await update(add('/apiStages', at))
      await world.send(new DeleteStageCommand({ restApiId, stageName: 's1' }))
      await world.send(new DeleteUsagePlanCommand({ usagePlanId }))
      await refused(world.send(new GetUsagePlanCommand({ usagePlanId })), 404, unknown)
    },
  },
})
