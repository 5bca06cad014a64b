import { UpdateApiKeyCommand } from '@aws-sdk/client-api-gateway'
import { expect, test } from 'vitest'
import { calledApi } from '../testing/calls-to-stage.ts'
import { keyedApi } from '../testing/keyed-api.ts'
import { readMetric } from '../testing/read-metric.ts'
import { patch, replace } from '../testing/small-api.ts'

test('a change of a stage comes to its requests after a while', async () => {
  const { apiGateway, api, put, deploy, call, pass } = await calledApi({ settings: { propagationSeconds: 5 } })
  await put('vars', {}, {}, { responseTemplates: { 'application/json': '$stageVariables.v' } })
  await deploy()
  await pass(10)
  await patch(apiGateway, api, replace('/variables/v', 'new'))
  await pass(4)
  expect((await call('/vars')).text).toBe('')
  await pass(1)
  expect((await call('/vars')).text).toBe('new')
})

test('a key that was made, switched off or on is heard of after a while', async () => {
  const { callWithKey, pass, apiGateway, keyId } = await keyedApi({}, { settings: { keyPropagationSeconds: 60 } })
  const enable = (value: string) =>
    apiGateway.send(new UpdateApiKeyCommand({ apiKey: keyId, patchOperations: [replace('/enabled', value)] }))
  const statuses: number[] = []
  const look = async () => void statuses.push((await callWithKey()).status)
  await look()
  await pass(60)
  await look()
  await enable('false')
  await pass(59)
  await look()
  await pass(1)
  await look()
  await enable('true')
  await look()
  expect(statuses).toEqual([403, 200, 200, 403, 403])
})

test('a minute’s metrics come whole, some time after it is over', async () => {
  const called = await calledApi({ settings: { publicationSeconds: 60 } })
  const count = () => readMetric(called, { metric: 'Count', stat: 'Sum', api: 'pets', stage: 's1' }, 0, 5)
  await called.call('/pets')
  await called.pass(60)
  expect(await count()).toEqual([])
  await called.pass(59)
  expect(await count()).toEqual([])
  await called.pass(1)
  expect(await count()).toEqual([1])
})
