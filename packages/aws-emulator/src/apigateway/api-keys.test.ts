import {
  CreateApiKeyCommand,
  CreateUsagePlanCommand,
  DeleteApiKeyCommand,
  GetApiKeyCommand,
  GetApiKeysCommand,
  GetUsagePlanKeysCommand,
  ImportApiKeysCommand,
  TagResourceCommand,
  UpdateApiKeyCommand,
  CreateUsagePlanKeyCommand,
} from '@aws-sdk/client-api-gateway'
import { expect, test } from 'vitest'
import { emulated } from '../testing/emulated.ts'
import { replace } from '../testing/small-api.ts'

const value = 'abcdefghij0123456789'

test('a key is off unless asked for, and shows its value only when made or when asked', async () => {
  const { apiGateway } = await emulated()
  const made = await apiGateway.send(new CreateApiKeyCommand({ name: 'mobile' }))
  expect(made).toMatchObject({ name: 'mobile', enabled: false, stageKeys: [] })
  expect(made.value).toMatch(/^[a-z0-9]{40}$/)
  expect(made.tags).toBeUndefined()
  const apiKey = made.id ?? ''
  const read = await apiGateway.send(new GetApiKeyCommand({ apiKey }))
  expect(read.value).toBeUndefined()
  expect(await apiGateway.send(new GetApiKeyCommand({ apiKey, includeValue: true }))).toMatchObject({
    value: made.value,
  })
  const updated = await apiGateway.send(
    new UpdateApiKeyCommand({ apiKey, patchOperations: [replace('/enabled', 'TRUE'), replace('/customerId', 'c1')] }),
  )
  expect(updated).toMatchObject({ enabled: true, customerId: 'c1', tags: {} })
  expect(updated.value).toBeUndefined()
  await apiGateway.send(new DeleteApiKeyCommand({ apiKey }))
  await expect(apiGateway.send(new GetApiKeyCommand({ apiKey }))).rejects.toMatchObject({
    name: 'NotFoundException',
    message: 'Invalid API Key identifier specified',
  })
})

test('values are of 20 to 128 characters and given once', async () => {
  const { apiGateway } = await emulated()
  const create = (input: object) => apiGateway.send(new CreateApiKeyCommand(input))
  await create({ value })
  await expect(create({ value })).rejects.toMatchObject({
    name: 'ConflictException',
    message: 'API Key already exists',
  })
  await expect(create({ value: 'short' })).rejects.toThrow('API Key value should be at least 20 characters')
  await expect(create({ value: 'x'.repeat(129) })).rejects.toThrow(
    'API Key value exceeds maximum size of 128 characters',
  )
  await expect(create({ name: 'x'.repeat(1025) })).rejects.toThrow(
    'Invalid API Key name, can be at most 1024 characters.',
  )
  await expect(create({ description: 'x'.repeat(125_001) })).rejects.toThrow('Invalid API Key description specified.')
})

test('lists come newest first, by the beginning of the name or by customer', async () => {
  const { apiGateway } = await emulated()
  for (const name of ['web-1', 'web-2', 'Web-3'])
    await apiGateway.send(new CreateApiKeyCommand({ name, customerId: name }))
  const names = async (input: object) =>
    (await apiGateway.send(new GetApiKeysCommand(input))).items?.map(({ name }) => name)
  expect(await names({})).toEqual(['Web-3', 'web-2', 'web-1'])
  expect(await names({ nameQuery: 'web' })).toEqual(['web-2', 'web-1'])
  expect(await names({ nameQuery: 'eb-' })).toEqual([])
  expect(await names({ customerId: 'web-1' })).toEqual(['web-1'])
  const first = await apiGateway.send(new GetApiKeysCommand({ limit: 2, includeValues: true }))
  expect(first.items?.[0]?.value).toHaveLength(40)
  expect(await names({ limit: 2, position: first.position })).toEqual(['web-1'])
})

test('a patch of another path is refused in AWS’s words', async () => {
  const { apiGateway } = await emulated()
  const { id: apiKey = '' } = await apiGateway.send(new CreateApiKeyCommand({}))
  await expect(
    apiGateway.send(new UpdateApiKeyCommand({ apiKey, patchOperations: [replace('/id', 'x')] })),
  ).rejects.toThrow(
    "Invalid patch path  '/id' specified for op 'replace'. Must be one of: [/description, /enabled, /name, /customerId]",
  )
})

test('keys come from CSV, columns in any case and order, on unless said; a value that is there is overwritten', async () => {
  const { apiGateway } = await emulated()
  const { id: planId = '' } = await apiGateway.send(new CreateUsagePlanCommand({ name: 'gold' }))
  const { id: known = '' } = await apiGateway.send(new CreateApiKeyCommand({ value }))
  const csv = [
    'KEY,name,Extra,Enabled,usagePlanIds,description',
    `${value},"renamed, again",x,,,`,
    `zyxwvutsrq0123456789,second,x,false,"${planId},nope",with "" no quotes`.replace('""', ''),
    'short,third,,,,',
  ].join('\r\n')
  const imported = await apiGateway.send(new ImportApiKeysCommand({ format: 'csv', body: Buffer.from(csv) }))
  expect(imported.ids).toHaveLength(2)
  expect(imported.ids?.[0]).toBe(known)
  expect(imported.warnings).toEqual([
    'Invalid Usage Plan ID specified',
    'third: API Key value should be at least 20 characters',
  ])
  const { items } = await apiGateway.send(new GetApiKeysCommand({}))
  expect(items).toMatchObject([
    { name: 'second', enabled: false },
    { name: 'renamed, again', enabled: true },
  ])
  const inPlan = await apiGateway.send(new GetUsagePlanKeysCommand({ usagePlanId: planId }))
  expect(inPlan.items).toEqual([
    { id: imported.ids?.[1], name: 'second', type: 'API_KEY', value: 'zyxwvutsrq0123456789' },
  ])
  const strict = new ImportApiKeysCommand({
    format: 'csv',
    body: Buffer.from('Name,Key\na,short'),
    failOnWarnings: true,
  })
  await expect(apiGateway.send(strict)).rejects.toThrow('API Key value should be at least 20 characters')
  expect((await apiGateway.send(new GetApiKeysCommand({}))).items).toHaveLength(2)
})

test('a deleted key leaves its plans, and keys can be tagged', async () => {
  const { apiGateway } = await emulated()
  const { id: planId = '' } = await apiGateway.send(new CreateUsagePlanCommand({ name: 'gold' }))
  const { id: keyId = '' } = await apiGateway.send(new CreateApiKeyCommand({ value }))
  await apiGateway.send(new CreateUsagePlanKeyCommand({ usagePlanId: planId, keyId, keyType: 'API_KEY' }))
  const resourceArn = `arn:aws:apigateway:eu-central-1::/apikeys/${keyId}`
  await apiGateway.send(new TagResourceCommand({ resourceArn, tags: { team: 'web' } }))
  expect(await apiGateway.send(new GetApiKeyCommand({ apiKey: keyId }))).toMatchObject({ tags: { team: 'web' } })
  await apiGateway.send(new DeleteApiKeyCommand({ apiKey: keyId }))
  expect((await apiGateway.send(new GetUsagePlanKeysCommand({ usagePlanId: planId }))).items).toEqual([])
})
