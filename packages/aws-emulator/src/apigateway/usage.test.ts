import {
  CreateApiKeyCommand,
  CreateUsagePlanCommand,
  CreateUsagePlanKeyCommand,
  DeleteUsagePlanKeyCommand,
  GetUsageCommand,
  GetUsagePlanKeyCommand,
  GetUsagePlanKeysCommand,
  GetUsagePlansCommand,
  UpdateUsageCommand,
} from '@aws-sdk/client-api-gateway'
import { expect } from 'vitest'
import { bare, describeOperation, refused, statusOf, wrongPosition, type World } from '../testing/describe-operation.ts'
import { keyedApi } from '../testing/keyed-api.ts'
import { replace, smallApi } from '../testing/small-api.ts'

const value = 'abcdefghij0123456789'
const unknownKey = 'Invalid API Key identifier specified'
const unknownPlan = 'Invalid Usage Plan ID specified'
const keyType = 'API_KEY'

async function planAndKey({ send }: World, more: object = {}) {
  const { id: usagePlanId = '' } = await send(new CreateUsagePlanCommand({ name: 'gold', ...more }))
  const { id: keyId = '' } = await send(new CreateApiKeyCommand({ name: 'k', value, enabled: true }))
  return { usagePlanId, keyId }
}

async function keyInPlan(world: World, more: object = {}) {
  const both = await planAndKey(world, more)
  await world.send(new CreateUsagePlanKeyCommand({ ...both, keyType }))
  return both
}

describeOperation('CreateUsagePlanKey', {
  accepts: {
    'a key of the account': async (world) => {
      const both = await planAndKey(world)
      expect(await statusOf(world.send(new CreateUsagePlanKeyCommand({ ...both, keyType })))).toBe(201)
    },
  },
  refuses: {
    'a key twice, other types, unknown keys and plans': async (world) => {
      const both = await keyInPlan(world)
      const join = (more: object) => world.send(new CreateUsagePlanKeyCommand({ ...both, keyType, ...more }))
      const twice = `API Key ${both.keyId} is already subscribed to Usage Plan ${both.usagePlanId}`
      await refused(join({}), 409, twice)
      await refused(join({ keyType: 'X' }), 400, 'Invalid key type specified. Must be one of: [API_KEY]')
      await refused(join({ keyId: 'none' }), 404, unknownKey)
      await refused(join({ usagePlanId: 'none' }), 404, unknownPlan)
    },
    'a second plan that leads the key to the same stage': async (world) => {
      const { restApiId: apiId } = await smallApi(world.apiGateway)
      const apiStages = [{ apiId, stage: 's1' }]
      const { keyId } = await keyInPlan(world, { apiStages })
      const { id: usagePlanId } = await world.send(new CreateUsagePlanCommand({ name: 'second', apiStages }))
      await refused(
        world.send(new CreateUsagePlanKeyCommand({ usagePlanId, keyId, keyType })),
        409,
        `Usage Plan ${usagePlanId} cannot be added because API Key cannot reference multiple Usage Plans with the same api stage: ${apiId}:s1`,
      )
    },
  },
  does: {
    'the key is in the plan, and shown with its value (recorded)': async (world) => {
      const both = await planAndKey(world)
      const joined = await bare(world.send(new CreateUsagePlanKeyCommand({ ...both, keyType })))
      expect(joined).toEqual({ id: both.keyId, name: 'k', type: keyType, value })
      const { items } = await world.send(new GetUsagePlansCommand({ keyId: both.keyId }))
      expect(items).toMatchObject([{ id: both.usagePlanId }])
    },
  },
})

describeOperation('GetUsagePlanKey', {
  accepts: {
    'a key of the plan': async (world) => {
      expect(await statusOf(world.send(new GetUsagePlanKeyCommand(await keyInPlan(world))))).toBe(200)
    },
  },
  refuses: {
    'a key that isn’t in the plan, and unknown plans': async (world) => {
      const both = await planAndKey(world)
      await refused(world.send(new GetUsagePlanKeyCommand(both)), 404, unknownKey)
      await refused(world.send(new GetUsagePlanKeyCommand({ ...both, usagePlanId: 'none' })), 404, unknownPlan)
    },
  },
  does: {
    'it shows the value in clear (recorded)': async (world) => {
      const both = await keyInPlan(world)
      const read = await bare(world.send(new GetUsagePlanKeyCommand(both)))
      expect(read).toEqual({ id: both.keyId, name: 'k', type: keyType, value })
    },
  },
})

describeOperation('GetUsagePlanKeys', {
  accepts: {
    'an unknown plan, which has none, and a limit below 0 (recorded)': async (world) => {
      const { usagePlanId } = await keyInPlan(world)
      expect((await world.send(new GetUsagePlanKeysCommand({ usagePlanId: 'unknown' }))).items).toEqual([])
      expect((await world.send(new GetUsagePlanKeysCommand({ usagePlanId, limit: -1 }))).items).toEqual([])
    },
  },
  refuses: {
    'a position that isn’t one of its own': ({ send }) =>
      refused(send(new GetUsagePlanKeysCommand({ usagePlanId: 'x', position: 'x' })), 400, wrongPosition),
  },
  does: {
    'keys come newest first, or by the beginning of their name': async (world) => {
      const { usagePlanId, keyId } = await keyInPlan(world)
      const { id: second = '' } = await world.send(new CreateApiKeyCommand({ name: 'other' }))
      await world.send(new CreateUsagePlanKeyCommand({ usagePlanId, keyId: second, keyType }))
      const ids = async (more: object = {}) =>
        (await world.send(new GetUsagePlanKeysCommand({ usagePlanId, ...more }))).items?.map(({ id }) => id)
      expect(await ids()).toEqual([second, keyId])
      expect(await ids({ nameQuery: 'k' })).toEqual([keyId])
      expect(await ids({ nameQuery: 'K' })).toEqual([])
    },
  },
})

describeOperation('DeleteUsagePlanKey', {
  accepts: {
    'a key of the plan': async (world) => {
      expect(await statusOf(world.send(new DeleteUsagePlanKeyCommand(await keyInPlan(world))))).toBe(202)
    },
  },
  refuses: {
    'a key that isn’t in the plan, and unknown plans': async (world) => {
      const both = await planAndKey(world)
      await refused(world.send(new DeleteUsagePlanKeyCommand(both)), 404, unknownKey)
      await refused(world.send(new DeleteUsagePlanKeyCommand({ ...both, usagePlanId: 'none' })), 404, unknownPlan)
    },
  },
  does: {
    'the key leaves the plan, and may come back': async (world) => {
      const both = await keyInPlan(world)
      await world.send(new DeleteUsagePlanKeyCommand(both))
      expect((await world.send(new GetUsagePlanKeysCommand(both))).items).toEqual([])
      expect(await statusOf(world.send(new CreateUsagePlanKeyCommand({ ...both, keyType })))).toBe(201)
    },
  },
})

const quota = { limit: 10, period: 'DAY' as const }
const today = '2026-01-15'

describeOperation('GetUsage', {
  accepts: {
    'days up to 90 apart, and one key of several': async (world) => {
      const both = await keyInPlan(world, { quota })
      const asked = { ...both, startDate: '2025-10-17', endDate: today }
      const { items } = await world.send(new GetUsageCommand(asked))
      expect(items?.[both.keyId]).toHaveLength(91)
      expect((await world.send(new GetUsageCommand({ ...asked, keyId: 'other' }))).items).toEqual({})
    },
  },
  refuses: {
    'dates that are none, the wrong way round, or too far apart; unknown plans': async (world) => {
      const both = await keyInPlan(world)
      const ask = (startDate: string, endDate: string, more: object = {}) =>
        world.send(new GetUsageCommand({ ...both, startDate, endDate, ...more }))
      await refused(ask('2026-13-01', today), 400, 'Invalid startDate specified. Must be of the form YYYY-MM-DD')
      await refused(ask(today, 'now'), 400, 'Invalid endDate specified. Must be of the form YYYY-MM-DD')
      const order = 'Invalid date range specified: startDate must not be after endDate'
      await refused(ask(today, '2026-01-14'), 400, order)
      await refused(ask('2025-10-16', today), 400, 'Invalid date range specified: at most 90 days')
      await refused(ask(today, today, { usagePlanId: 'none' }), 404, unknownPlan)
    },
  },
  does: {
    'it counts each day’s requests and what was left of the quota': async () => {
      const { apiGateway, planId: usagePlanId, keyId, callWithKey } = await keyedApi({ quota })
      for (let call = 0; call < 3; call++) expect(await callWithKey()).toMatchObject({ status: 200 })
      const asked = { usagePlanId, startDate: '2026-01-14', endDate: today }
      const { items } = await apiGateway.send(new GetUsageCommand(asked))
      expect(items).toEqual({
        [keyId]: [
          [0, 10],
          [3, 7],
        ],
      })
    },
    'a plan without a quota has -1 left (guessed)': async (world) => {
      const both = await keyInPlan(world)
      const { items } = await world.send(new GetUsageCommand({ ...both, startDate: today, endDate: today }))
      expect(items).toEqual({ [both.keyId]: [[0, -1]] })
    },
  },
})

describeOperation('UpdateUsage', {
  accepts: {
    'what is to remain of the present period': async (world) => {
      const both = await keyInPlan(world, { quota })
      const patchOperations = [replace('/remaining', '25')]
      expect(await world.send(new UpdateUsageCommand({ ...both, patchOperations }))).toMatchObject({
        $metadata: { httpStatusCode: 200 },
        startDate: today,
        endDate: today,
        items: { [both.keyId]: [[0, 25]] },
      })
    },
  },
  refuses: {
    'other paths, what is no number, plans without a quota, unknown keys and plans': async (world) => {
      const both = await keyInPlan(world, { quota })
      const update = (path: string, to: string, more: object = {}) =>
        world.send(new UpdateUsageCommand({ ...both, ...more, patchOperations: [replace(path, to)] }))
      const wrongPath = "Invalid patch path  '/used' specified for op 'replace'. Must be one of: [/remaining]"
      await refused(update('/used', '1'), 400, wrongPath)
      const number = 'Invalid value for remaining: many. Must be a number that is not negative'
      await refused(update('/remaining', 'many'), 400, number)
      await refused(update('/remaining', '1', { keyId: 'none' }), 404, unknownKey)
      await refused(update('/remaining', '1', { usagePlanId: 'none' }), 404, unknownPlan)
      const { id: free = '' } = await world.send(new CreateUsagePlanCommand({ name: 'free' }))
      await world.send(new CreateUsagePlanKeyCommand({ usagePlanId: free, keyId: both.keyId, keyType }))
      const noQuota = `Usage Plan ${free} does not have a quota`
      await refused(update('/remaining', '1', { usagePlanId: free }), 400, noQuota)
    },
  },
  does: {
    'requests pass as long as something remains': async () => {
      const { apiGateway, planId: usagePlanId, keyId, callWithKey } = await keyedApi({ quota })
      const patchOperations = [replace('/remaining', '1')]
      await apiGateway.send(new UpdateUsageCommand({ usagePlanId, keyId, patchOperations }))
      expect(await callWithKey()).toMatchObject({ status: 200 })
      expect(await callWithKey()).toMatchObject({ status: 429, text: '{"message":"Limit Exceeded"}' })
    },
  },
})
