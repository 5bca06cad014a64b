import {
  CreateApiKeyCommand,
  CreateUsagePlanCommand,
  CreateUsagePlanKeyCommand,
  DeleteStageCommand,
  DeleteUsagePlanCommand,
  DeleteUsagePlanKeyCommand,
  GetUsagePlanCommand,
  GetUsagePlanKeyCommand,
  GetUsagePlanKeysCommand,
  GetUsagePlansCommand,
  UpdateUsagePlanCommand,
  type PatchOperation,
} from '@aws-sdk/client-api-gateway'
import { expect, test } from 'vitest'
import { emulated } from '../testing/emulated.ts'
import { remove, replace, smallApi } from '../testing/small-api.ts'

async function started() {
  const { apiGateway } = await emulated()
  const api = await smallApi(apiGateway)
  const at = `${api.restApiId}:s1`
  const { id: usagePlanId = '' } = await apiGateway.send(new CreateUsagePlanCommand({ name: 'gold' }))
  const update = (...patchOperations: PatchOperation[]) =>
    apiGateway.send(new UpdateUsagePlanCommand({ usagePlanId, patchOperations }))
  return { apiGateway, api, at, usagePlanId, update }
}

const add = (path: string, value: string): PatchOperation => ({ op: 'add', path, value })

test('a plan shows what was set, and tags only when read or updated', async () => {
  const { apiGateway, api } = await started()
  const asked = {
    name: 'silver',
    apiStages: [{ apiId: api.restApiId, stage: 's1', throttle: { '/pets/GET': { rateLimit: 1, burstLimit: 2 } } }],
    throttle: { burstLimit: 1, rateLimit: 2 },
    quota: { limit: 10, period: 'DAY' as const },
  }
  const made = await apiGateway.send(new CreateUsagePlanCommand(asked))
  expect(made).toMatchObject({ ...asked, quota: { limit: 10, offset: 0, period: 'DAY' } })
  expect(made.tags).toBeUndefined()
  const usagePlanId = made.id ?? ''
  expect(await apiGateway.send(new GetUsagePlanCommand({ usagePlanId }))).toMatchObject({ ...asked, tags: {} })
  const { items } = await apiGateway.send(new GetUsagePlansCommand({}))
  expect(items?.map(({ name, tags }) => ({ name, tags }))).toEqual([
    { name: 'gold', tags: undefined },
    { name: 'silver', tags: undefined },
  ])
})

test('every path of a plan is patched', async () => {
  const { at, update } = await started()
  const limits = '{"/pets/GET":{"rateLimit":3,"burstLimit":4}}'
  const patched = await update(
    replace('/name', 'renamed'),
    replace('/description', 'for all'),
    add('/productCode', 'p1'),
    add('/throttle/rateLimit', '1.5'),
    replace('/throttle/burstLimit', '3'),
    replace('/quota/limit', '100'),
    replace('/quota/period', 'WEEK'),
    add('/apiStages', at),
    add(`/apiStages/${at}/throttle`, limits),
    replace(`/apiStages/${at}/throttle/~1/GET/rateLimit`, '7'),
  )
  expect(patched).toMatchObject({
    name: 'renamed',
    description: 'for all',
    productCode: 'p1',
    throttle: { rateLimit: 1.5, burstLimit: 3 },
    quota: { limit: 100, period: 'WEEK', offset: 0 },
    apiStages: [
      { throttle: { '/pets/GET': { rateLimit: 3, burstLimit: 4 }, '//GET': { rateLimit: 7, burstLimit: 0 } } },
    ],
  })
  const removed = await update(
    remove(`/apiStages/${at}/throttle/~1pets/GET`),
    remove('/throttle'),
    remove('/quota'),
    remove('/productCode'),
  )
  expect(removed.throttle).toBeUndefined()
  expect(removed.quota).toBeUndefined()
  expect(removed.productCode).toBeUndefined()
  expect(removed.apiStages).toMatchObject([{ throttle: { '//GET': { rateLimit: 7 } } }])
  const bare = await update(remove(`/apiStages/${at}/throttle`), { op: 'remove', path: '/apiStages', value: at })
  expect(bare.apiStages).toEqual([])
})

test('what can’t be is refused in AWS’s words', async () => {
  const { api, update, usagePlanId } = await started()
  const leave = (value?: string) => update({ op: 'remove', path: '/apiStages', value })
  await expect(leave()).rejects.toThrow('Invalid API Stage specified')
  await expect(leave('no-colon')).rejects.toThrow('Invalid API Stage specified')
  await expect(leave(`${api.restApiId}:nope`)).rejects.toThrow(
    `Invalid API Stage {api: ${api.restApiId}, stage: nope} specified for usageplan ${usagePlanId}`,
  )
  await expect(update(add('/apiStages', `${api.restApiId}:nope`))).rejects.toThrow(
    `API Stage not found: ${api.restApiId}:nope`,
  )
  await expect(update(remove('/apiStages/x:dev'))).rejects.toThrow(
    "Invalid patch path  '/apiStages/x:dev' specified for op 'remove'. Must be one of: [/apiStages, /quota, /throttle, /productCode, /apiStages/<apidId:stageName>/throttle/<resourcePath>/<httpMethod>, /apiStages/<apidId:stageName>/throttle]",
  )
  await expect(update(replace('/quota/period', 'DAY'), replace('/quota/offset', '1'))).rejects.toThrow(/offset/)
})

test('a plan with stages isn’t deleted; a stage that is deleted leaves it', async () => {
  const { apiGateway, api, at, update, usagePlanId } = await started()
  await update(add('/apiStages', at))
  await expect(apiGateway.send(new DeleteUsagePlanCommand({ usagePlanId }))).rejects.toThrow(
    `Cannot delete Usage Plan ${usagePlanId} because there are API Stages associated with it, including ${at}`,
  )
  await apiGateway.send(new DeleteStageCommand({ restApiId: api.restApiId, stageName: 's1' }))
  await apiGateway.send(new DeleteUsagePlanCommand({ usagePlanId }))
  await expect(apiGateway.send(new GetUsagePlanCommand({ usagePlanId }))).rejects.toThrow(
    'Invalid Usage Plan ID specified',
  )
})

test('a key comes into a plan once, and to a stage through one plan only', async () => {
  const { apiGateway, at, update, usagePlanId } = await started()
  await update(add('/apiStages', at))
  const { id: keyId = '' } = await apiGateway.send(
    new CreateApiKeyCommand({ name: 'k', value: 'abcdefghij0123456789' }),
  )
  const join = (planId: string, keyType = 'API_KEY') =>
    apiGateway.send(new CreateUsagePlanKeyCommand({ usagePlanId: planId, keyId, keyType }))
  const joined = await join(usagePlanId)
  expect(joined).toMatchObject({ id: keyId, name: 'k', type: 'API_KEY', value: 'abcdefghij0123456789' })
  await expect(join(usagePlanId)).rejects.toMatchObject({ name: 'ConflictException' })
  await expect(join(usagePlanId, 'OTHER')).rejects.toMatchObject({ name: 'BadRequestException' })
  const [apiId = '', stage = ''] = at.split(':')
  const second = await apiGateway.send(new CreateUsagePlanCommand({ name: 'second', apiStages: [{ apiId, stage }] }))
  await expect(join(second.id ?? '')).rejects.toThrow(
    `Usage Plan ${second.id} cannot be added because API Key cannot reference multiple Usage Plans with the same api stage: ${at}`,
  )
  expect((await apiGateway.send(new GetUsagePlansCommand({ keyId }))).items).toMatchObject([{ id: usagePlanId }])
  expect(await apiGateway.send(new GetUsagePlanKeyCommand({ usagePlanId, keyId }))).toMatchObject({ id: keyId })
  await apiGateway.send(new DeleteUsagePlanKeyCommand({ usagePlanId, keyId }))
  expect((await apiGateway.send(new GetUsagePlanKeysCommand({ usagePlanId: 'unknown' }))).items).toEqual([])
  expect((await apiGateway.send(new GetUsagePlanKeysCommand({ usagePlanId, limit: -1 }))).items).toEqual([])
})
