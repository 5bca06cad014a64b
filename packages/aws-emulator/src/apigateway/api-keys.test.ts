import {
  CreateApiKeyCommand,
  CreateUsagePlanCommand,
  CreateUsagePlanKeyCommand,
  DeleteApiKeyCommand,
  GetApiKeyCommand,
  GetApiKeysCommand,
  GetUsagePlanKeysCommand,
  ImportApiKeysCommand,
  UpdateApiKeyCommand,
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
import { testStart } from '../testing/emulated.ts'
import { replace } from '../testing/small-api.ts'

const value = 'abcdefghij0123456789'
const unknown = 'Invalid API Key identifier specified'
const none = { apiKey: 'none' }
const newKey = async ({ send }: World, more: object = {}) => (await send(new CreateApiKeyCommand(more))).id ?? ''

describeOperation('CreateApiKey', {
  accepts: {
    'nothing at all, or all that a key has': async ({ send }) => {
      expect(await statusOf(send(new CreateApiKeyCommand({})))).toBe(201)
      const asked = { name: 'mobile', description: 'd', customerId: 'c', enabled: true, value, tags: { team: 'x' } }
      expect(await send(new CreateApiKeyCommand(asked))).toMatchObject(asked)
    },
    'an empty value, for which it makes one': async ({ send }) => {
      expect((await send(new CreateApiKeyCommand({ value: '' }))).value).toMatch(/^[a-z0-9]{40}$/)
    },
  },
  refuses: {
    'values that are too short, too long, or given already': async ({ send }) => {
      const create = (given: string) => send(new CreateApiKeyCommand({ value: given }))
      await create(value)
      await refused(create(value), 409, 'API Key already exists')
      await refused(create('short'), 400, 'API Key value should be at least 20 characters')
      await refused(create('x'.repeat(129)), 400, 'API Key value exceeds maximum size of 128 characters')
    },
    'texts that are too long, and reserved tags': async ({ send }) => {
      const create = (input: object) => send(new CreateApiKeyCommand(input))
      await refused(create({ name: 'x'.repeat(1025) }), 400, 'Invalid API Key name, can be at most 1024 characters.')
      await refused(create({ description: 'x'.repeat(125_001) }), 400, 'Invalid API Key description specified.')
      await refused(create({ tags: { 'aws:x': '1' } }), 400, 'Invalid tag key: aws:x')
    },
  },
  does: {
    'a key is off unless asked for, and shows its value when made': async ({ send }) => {
      const made = await bare(send(new CreateApiKeyCommand({ name: 'mobile' })))
      expect(made).toEqual({
        id: expect.stringMatching(/^[a-z0-9]{10}$/),
        value: expect.stringMatching(/^[a-z0-9]{40}$/),
        name: 'mobile',
        enabled: false,
        stageKeys: [],
        createdDate: new Date(testStart),
        lastUpdatedDate: new Date(testStart),
      })
    },
  },
})

describeOperation('GetApiKey', {
  accepts: {
    'an id, and whether the value is wanted': async (world) => {
      const apiKey = await newKey(world, { value })
      expect(await statusOf(world.send(new GetApiKeyCommand({ apiKey })))).toBe(200)
      expect(await world.send(new GetApiKeyCommand({ apiKey, includeValue: true }))).toMatchObject({ value })
    },
  },
  refuses: { 'an unknown id': ({ send }) => refused(send(new GetApiKeyCommand(none)), 404, unknown) },
  does: {
    'it hides the value unless asked, and shows tags even where there are none': async (world) => {
      const apiKey = await newKey(world, { value })
      const read = await world.send(new GetApiKeyCommand({ apiKey }))
      expect(read).not.toHaveProperty('value')
      expect(read).toMatchObject({ id: apiKey, tags: {} })
    },
  },
})

const keyNames = async ({ send }: World, input: object = {}) =>
  (await send(new GetApiKeysCommand(input))).items?.map(({ name }) => name)

async function threeKeys(world: World) {
  for (const name of ['web-1', 'web-2', 'Web-3']) await newKey(world, { name, customerId: name })
}

describeOperation('GetApiKeys', {
  accepts: {
    'the beginning of a name, case and all, or a customer': async (world) => {
      await threeKeys(world)
      expect(await keyNames(world, { nameQuery: 'web' })).toEqual(['web-2', 'web-1'])
      expect(await keyNames(world, { nameQuery: 'eb-' })).toEqual([])
      expect(await keyNames(world, { customerId: 'web-1' })).toEqual(['web-1'])
    },
  },
  refuses: {
    'a position that isn’t one of its own': ({ send }) =>
      refused(send(new GetApiKeysCommand({ position: 'x' })), 400, wrongPosition),
  },
  does: {
    'lists come newest first, page by page, with values only if asked': async (world) => {
      await threeKeys(world)
      expect(await keyNames(world)).toEqual(['Web-3', 'web-2', 'web-1'])
      const first = await world.send(new GetApiKeysCommand({ limit: 2, includeValues: true }))
      expect(first.items?.[0]?.value).toHaveLength(40)
      const { items, position } = await world.send(new GetApiKeysCommand({ limit: 2, position: first.position }))
      expect(items).toMatchObject([{ name: 'web-1' }])
      expect(items?.[0]).not.toHaveProperty('value')
      expect(position).toBeUndefined()
    },
  },
})

describeOperation('UpdateApiKey', {
  accepts: {
    'the documented paths, and the old ones that do nothing': async (world) => {
      const apiKey = await newKey(world)
      const texts = [replace('/name', 'n'), replace('/description', 'd'), replace('/customerId', 'c')]
      const old = [
        { op: 'add', path: '/labels', value: 'l' },
        { op: 'remove', path: '/stages', value: 'a/b' },
      ] as const
      const update = new UpdateApiKeyCommand({ apiKey, patchOperations: [...texts, ...old] })
      expect(await world.send(update)).toMatchObject({ name: 'n', description: 'd', customerId: 'c' })
    },
    'a word that is no boolean, which is false (recorded)': async (world) => {
      const apiKey = await newKey(world, { enabled: true })
      const patchOperations = [replace('/enabled', 'not-a-boolean')]
      expect(await world.send(new UpdateApiKeyCommand({ apiKey, patchOperations }))).toMatchObject({ enabled: false })
    },
  },
  refuses: {
    'another path, in AWS’s words': async (world) => {
      const update = new UpdateApiKeyCommand({ apiKey: await newKey(world), patchOperations: [replace('/id', 'x')] })
      await refused(
        world.send(update),
        400,
        "Invalid patch path  '/id' specified for op 'replace'. Must be one of: [/description, /enabled, /name, /customerId]",
      )
    },
    'unknown verbs and an unknown id': async ({ send }) => {
      const patchOperations = [{ op: 'x' as 'add', path: '/name' }]
      await invalid(
        send(new UpdateApiKeyCommand({ ...none, patchOperations })),
        "Value 'x' at 'updateApiKeyInput.patchOperations.1.member.op' failed to satisfy constraint: Member must satisfy enum value set: [add, remove, move, test, replace, copy]",
      )
      await refused(send(new UpdateApiKeyCommand(none)), 404, unknown)
    },
  },
  does: {
    'the key is on from then, and its value isn’t shown': async (world) => {
      const apiKey = await newKey(world)
      const patchOperations = [replace('/enabled', 'TRUE'), replace('/customerId', 'c1')]
      const updated = await world.send(new UpdateApiKeyCommand({ apiKey, patchOperations }))
      expect(updated).toMatchObject({ enabled: true, customerId: 'c1', tags: {} })
      expect(updated).not.toHaveProperty('value')
      expect(await world.send(new GetApiKeyCommand({ apiKey }))).toMatchObject({ enabled: true, customerId: 'c1' })
    },
  },
})

describeOperation('DeleteApiKey', {
  accepts: {
    'the id of a key': async (world) => {
      expect(await statusOf(world.send(new DeleteApiKeyCommand({ apiKey: await newKey(world) })))).toBe(202)
    },
  },
  refuses: { 'an unknown id': ({ send }) => refused(send(new DeleteApiKeyCommand(none)), 404, unknown) },
  does: {
    'the key is gone, from its plans too (recorded)': async (world) => {
      const { send } = world
      const { id: usagePlanId = '' } = await send(new CreateUsagePlanCommand({ name: 'gold' }))
      const apiKey = await newKey(world)
      await send(new CreateUsagePlanKeyCommand({ usagePlanId, keyId: apiKey, keyType: 'API_KEY' }))
      await send(new DeleteApiKeyCommand({ apiKey }))
      await refused(send(new GetApiKeyCommand({ apiKey })), 404, unknown)
      expect((await send(new GetUsagePlanKeysCommand({ usagePlanId }))).items).toEqual([])
    },
  },
})

const importCsv = ({ send }: World, csv: string, more: object = {}) =>
  send(new ImportApiKeysCommand({ format: 'csv', body: Buffer.from(csv), ...more }))

describeOperation('ImportApiKeys', {
  accepts: {
    'columns in any case and order, quotes and columns that nobody knows': async (world) => {
      const { ids, warnings } = await importCsv(world, `KEY,Extra,name\r\n${value},x,"a, b"`)
      expect({ count: ids?.length, warnings }).toEqual({ count: 1, warnings: [] })
      expect(await keyNames(world)).toEqual(['a, b'])
    },
  },
  refuses: {
    'other formats, and files without names or keys': async (world) => {
      const json = importCsv(world, '{}', { format: 'json' as 'csv' })
      await refused(json, 400, 'Invalid API Key import format specified. Must be one of: [csv]')
      await refused(importCsv(world, 'Name\na'), 400, 'API Key import file is missing the required column key')
    },
    'all of it for a warning, if asked to': async (world) => {
      const strict = importCsv(world, `Name,Key\ngood,${value}\na,short`, { failOnWarnings: true })
      await refused(strict, 400, 'Warnings found during import: a: API Key value should be at least 20 characters')
      expect(await keyNames(world)).toEqual([])
    },
  },
  does: {
    'keys are on unless said, a value that is there is overwritten, plans get their keys': async (world) => {
      const { id: planId = '' } = await world.send(new CreateUsagePlanCommand({ name: 'gold' }))
      const known = await newKey(world, { value })
      const csv = [
        'KEY,name,Enabled,usagePlanIds',
        `${value},renamed,,`,
        `zyxwvutsrq0123456789,second,false,"${planId},nope"`,
        'short,third,,',
      ].join('\r\n')
      const { ids, warnings } = await importCsv(world, csv)
      expect(ids).toEqual([known, expect.any(String)])
      expect(warnings).toEqual([
        'Invalid Usage Plan ID specified',
        'third: API Key value should be at least 20 characters',
      ])
      expect((await world.send(new GetApiKeysCommand({}))).items).toMatchObject([
        { name: 'second', enabled: false },
        { name: 'renamed', enabled: true },
      ])
      const inPlan = await world.send(new GetUsagePlanKeysCommand({ usagePlanId: planId }))
      expect(inPlan.items).toEqual([{ id: ids?.[1], name: 'second', type: 'API_KEY', value: 'zyxwvutsrq0123456789' }])
    },
  },
})
