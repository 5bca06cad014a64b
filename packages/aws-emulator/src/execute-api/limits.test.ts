import {
  GetUsageCommand,
  UpdateApiKeyCommand,
  UpdateUsageCommand,
  UpdateUsagePlanCommand,
} from '@aws-sdk/client-api-gateway'
import { expect, test } from 'vitest'
import { calledApi, errorType } from '../testing/calls-to-stage.ts'
import { testStart } from '../testing/emulated.ts'
import { keyedApi, keyValue } from '../testing/keyed-api.ts'
import { patch, replace } from '../testing/small-api.ts'

const dayMs = 24 * 60 * 60 * 1000

async function statuses(count: number, call: () => Promise<{ status: number }>): Promise<number[]> {
  const found: number[] = []
  for (let sent = 0; sent < count; sent++) found.push((await call()).status)
  return found
}

const times = (count: number, status: number) => Array<number>(count).fill(status)

test('a method for keys answers 403 Forbidden without one, with a wrong or a disabled one, and outside its plan', async () => {
  const { apiGateway, call, callWithKey, keyId, planId, api } = await keyedApi({})
  expect(await callWithKey()).toMatchObject({ status: 200, text: '{"from":"mock"}' })
  const forbidden = { status: 403, text: '{"message":"Forbidden"}' }
  const without = await call('/keyed')
  expect(without).toMatchObject(forbidden)
  expect(without.headers.get(errorType)).toBe('ForbiddenException')
  expect(await call('/keyed', { headers: { 'x-api-key': 'wrong' } })).toMatchObject(forbidden)
  await apiGateway.send(new UpdateApiKeyCommand({ apiKey: keyId, patchOperations: [replace('/enabled', 'false')] }))
  expect(await callWithKey()).toMatchObject(forbidden)
  await apiGateway.send(new UpdateApiKeyCommand({ apiKey: keyId, patchOperations: [replace('/enabled', 'true')] }))
  const leave = [{ op: 'remove' as const, path: '/apiStages', value: `${api.restApiId}:s1` }]
  await apiGateway.send(new UpdateUsagePlanCommand({ usagePlanId: planId, patchOperations: leave }))
  expect(await callWithKey()).toMatchObject(forbidden)
})

test('429s of a plan begin exactly where its token bucket says', async () => {
  const { callWithKey, pass } = await keyedApi({ throttle: { rateLimit: 2.5, burstLimit: 4 } })
  expect(await statuses(6, callWithKey)).toEqual([...times(4, 200), 429, 429])
  await pass(1)
  expect(await statuses(4, callWithKey)).toEqual([200, 200, 429, 429])
  await pass(1)
  // Two and a half tokens came back each second: the halves make a third one.
  expect(await statuses(4, callWithKey)).toEqual([...times(3, 200), 429])
  await pass(3600)
  expect(await statuses(5, callWithKey)).toEqual([...times(4, 200), 429])
})

test('a plan limits one method by a bucket of its own', async () => {
  const { apiGateway, api, planId, callWithKey } = await keyedApi({ throttle: { rateLimit: 100, burstLimit: 100 } })
  const at = `/apiStages/${api.restApiId}:s1/throttle/~1keyed/GET`
  const patchOperations = [replace(`${at}/rateLimit`, '1'), replace(`${at}/burstLimit`, '2')]
  await apiGateway.send(new UpdateUsagePlanCommand({ usagePlanId: planId, patchOperations }))
  expect(await statuses(3, callWithKey)).toEqual([200, 200, 429])
})

test('without a key required, plan limits are passed by even if a key is sent', async () => {
  const { call } = await keyedApi({ throttle: { rateLimit: 0, burstLimit: 0 } })
  const withKey = () => call('/pets', { headers: { 'x-api-key': keyValue } })
  expect(await statuses(3, withKey)).toEqual(times(3, 200))
})

test('429s of a stage’s method begin exactly where its token bucket says, for all callers together', async () => {
  const { apiGateway, api, call, pass } = await calledApi()
  await patch(apiGateway, api, replace('/*/*/throttling/burstLimit', '3'), replace('/*/*/throttling/rateLimit', '0.5'))
  const pets = () => call('/pets')
  expect(await statuses(5, pets)).toEqual([...times(3, 200), 429, 429])
  await pass(3)
  expect(await statuses(3, pets)).toEqual([200, 429, 429])
  await pass(1)
  expect(await statuses(2, pets)).toEqual([200, 429])
  const refused = await call('/pets')
  expect(refused.text).toBe('{"message":"Too Many Requests"}')
  expect(refused.headers.get(errorType)).toBe('TooManyRequestsException')
  await patch(apiGateway, api, replace('/*/*/throttling/rateLimit', '0'))
  await pass(60)
  expect(await statuses(2, pets)).toEqual([429, 429])
})

test('the account lets 5,000 requests through at once, 10,000 more a second', async () => {
  const { api, direct, pass } = await calledApi()
  const send = async (requests: number) => {
    const burst = { restApiId: api.restApiId, stageName: 's1', path: '/pets', requests }
    return (await direct('POST', 'traffic', burst)).json as { statuses: Record<string, number> }
  }
  expect(await send(5200)).toEqual({ statuses: { 200: 5000, 429: 200 } })
  await pass(0.1)
  expect(await send(1500)).toEqual({ statuses: { 200: 1000, 429: 500 } })
})

test('a quota ends in 429 Limit Exceeded and begins anew with its period', async () => {
  const { callWithKey, pass } = await keyedApi({ quota: { limit: 3, period: 'DAY' } })
  expect(await statuses(4, callWithKey)).toEqual([...times(3, 200), 429])
  const refused = await callWithKey()
  expect(refused.text).toBe('{"message":"Limit Exceeded"}')
  expect(refused.headers.get(errorType)).toBe('LimitExceededException')
  await pass(12 * 3600)
  expect(await statuses(4, callWithKey)).toEqual([...times(3, 200), 429])
})

test.each([
  // The tests begin on a Thursday, the 15th.
  ['WEEK', 0, 3],
  ['WEEK', 5, 1],
  ['MONTH', 0, 17],
  ['MONTH', 20, 6],
] as const)('a quota by %s with the offset %i begins anew after %i days', async (period, offset, days) => {
  const { callWithKey, pass } = await keyedApi({ quota: { limit: 1, period, offset } })
  expect(await statuses(2, callWithKey)).toEqual([200, 429])
  await pass(days * 86_400 - 12 * 3600 - 1)
  expect(await statuses(1, callWithKey)).toEqual([429])
  await pass(1)
  expect(await statuses(2, callWithKey)).toEqual([200, 429])
})

test('usage is what was let through, day by day, and what remains of the quota', async () => {
  const { apiGateway, callWithKey, pass, planId, keyId } = await keyedApi({
    throttle: { rateLimit: 1, burstLimit: 3 },
    quota: { limit: 10, period: 'MONTH' },
  })
  await statuses(4, callWithKey)
  await pass(86_400)
  await statuses(2, callWithKey)
  const [startDate, endDate] = [0, 1].map((day) => new Date(testStart + day * dayMs).toISOString().slice(0, 10))
  const asked = { usagePlanId: planId, startDate, endDate }
  const { items } = await apiGateway.send(new GetUsageCommand(asked))
  expect(items).toEqual({
    [keyId]: [
      [3, 7],
      [2, 5],
    ],
  })
  const patchOperations = [replace('/remaining', '1')]
  const extended = await apiGateway.send(new UpdateUsageCommand({ usagePlanId: planId, keyId, patchOperations }))
  expect(extended.items).toEqual({ [keyId]: [[2, 1]] })
  await pass(10)
  expect(await statuses(2, callWithKey)).toEqual([200, 429])
  expect((await apiGateway.send(new GetUsageCommand(asked))).items).toEqual({
    [keyId]: [
      [3, 7],
      [3, 0],
    ],
  })
})
