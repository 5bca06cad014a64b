import { paginateFilterLogEvents } from '@aws-sdk/client-cloudwatch-logs'
import { expect, test } from 'vitest'
import { calledApi } from '../testing/calls-to-stage.ts'
import { testPlace } from '../testing/emulated.ts'
import { askMetrics, metricQuery } from '../testing/metric-queries.ts'
import { patch, replace } from '../testing/small-api.ts'
import { makeFunction, proxy } from '../testing/world-functions.ts'

const nonsense = { kind: 'payload', share: 1, payload: '"nonsense"' }

/** A stage whose variable says which version of the function answers, called 60 times a minute. */
async function stageOnFunction() {
  const called = await calledApi()
  const { apiGateway, api, direct, deploy, put } = called
  await makeFunction(called, 'pets', { 1: { body: '"one"' }, 2: { body: '"two"' } })
  await put('food', {}, proxy('pets:${stageVariables.version}'))
  await deploy()
  const use = (version: number) => patch(apiGateway, api, replace('/variables/version', String(version)))
  await use(2)
  await patch(apiGateway, api, replace('/*/*/logging/loglevel', 'ERROR'))
  const { restApiId, stageName } = api
  await direct('POST', 'traffic', { restApiId, stageName, perMinute: 60, calls: [{ method: 'GET', path: '/food' }] })
  return {
    ...called,
    use,
    begin: (fault: object) => direct('POST', 'function-faults', { ...testPlace, fault }),
    end: () => direct('DELETE', 'function-faults', testPlace),
    async errorRates(minutes: number) {
      const query = metricQuery('r', '5XXError', 'Average', { ApiName: 'pets', Stage: stageName })
      return (await askMetrics(called, [query], 0, minutes))[0]?.Values
    },
  }
}

test('a version of a function goes wrong from an instant on, for callers and in the metrics; what was before stays', async () => {
  const { begin, end, use, call, pass, errorRates } = await stageOnFunction()
  const status = async () => (await call('/food')).status
  await pass(60)
  await begin({ function: 'pets', version: '2', outcome: nonsense })
  expect(await status()).toBe(502)
  await pass(60)
  await use(1)
  expect(await status()).toBe(200)
  await pass(60)
  await use(2)
  expect(await status()).toBe(502)
  await pass(60)
  await end()
  expect(await status()).toBe(200)
  await pass(60)
  expect(await errorRates(5)).toEqual([0, 1, 0, 1, 0])
})

test('the execution log says of each call what went wrong, with its own id', async () => {
  const { begin, api, logs, pass } = await stageOnFunction()
  const logGroupName = `API-Gateway-Execution-Logs_${api.restApiId}/s1`
  const since = async (seconds: number) => {
    await pass(seconds)
    const found: string[] = []
    for await (const { events = [] } of paginateFilterLogEvents({ client: logs }, { logGroupName })) {
      found.push(...events.map(({ message = '' }) => message))
    }
    return found
  }
  await begin({ function: 'pets', version: '2', outcome: nonsense })
  const malformed = await since(60)
  expect(malformed.length).toBeGreaterThan(30)
  const line = /^\((\S+)\) Execution failed due to configuration error: Malformed Lambda proxy response$/
  expect(new Set(malformed.map((message) => line.exec(message)?.[1])).size).toBe(malformed.length)

  await begin({ function: 'pets', version: '2', outcome: { kind: 'throw', share: 1 } })
  const thrown = (await since(60)).slice(malformed.length)
  expect(thrown.length).toBeGreaterThan(30)
  const told =
    /^\((\S+)\) Lambda execution failed with status 200 due to customer function error: .* Lambda request id: (\S+)$/
  for (const message of thrown) {
    const [, id, named] = told.exec(message) ?? [message]
    expect(id).toBe(named)
  }
})

test('a version that is not there cannot go wrong', async () => {
  const { begin } = await stageOnFunction()
  expect((await begin({ function: 'pets', version: '3', outcome: nonsense })).status).toBe(404)
  expect((await begin({ function: 'dogs', version: '2', outcome: nonsense })).status).toBe(404)
  expect((await begin({ function: 'pets', version: '2', outcome: { kind: 'throw', share: 2 } })).status).toBe(400)
})
