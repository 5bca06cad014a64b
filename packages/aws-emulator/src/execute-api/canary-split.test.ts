import { expect, test } from 'vitest'
import { calledApi } from '../testing/calls-to-stage.ts'
import { readMetric } from '../testing/read-metric.ts'
import { patch, replace } from '../testing/small-api.ts'

test('of 20,000 requests at 5 % the canary takes a share within 4 standard deviations', async () => {
  const called = await calledApi()
  const { apiGateway, api, direct, pass } = called
  await patch(apiGateway, api, replace('/canarySettings/percentTraffic', '5'))
  const requests = 20_000
  // The account lets through 5,000 at once.
  for (let sent = 0; sent < requests; sent += 4000) {
    const burst = { restApiId: api.restApiId, stageName: 's1', path: '/pets', requests: 4000 }
    expect((await direct('POST', 'traffic', burst)).json).toEqual({ statuses: { 200: 4000 } })
    await pass(1)
  }
  const [canary = 0] = await readMetric(called, { metric: 'Count', stat: 'Sum', api: 'pets', stage: 's1/Canary' }, 0, 1)
  const expected = requests * 0.05
  const deviation = Math.sqrt(requests * 0.05 * 0.95)
  expect(Math.abs(canary - expected)).toBeLessThan(4 * deviation)
  expect(await readMetric(called, { metric: 'Count', stat: 'Sum', api: 'pets', stage: 's1' }, 0, 1)).toEqual([requests])
})

test('a template knows whether the canary got the request, and variables are laid over', async () => {
  const { apiGateway, api, put, deploy, call } = await calledApi()
  const responseTemplates = {
    'application/json': '$context.isCanaryRequest/$stageVariables.a/$stageVariables.b/$stageVariables.c',
  }
  await put('vars', {}, {}, { responseTemplates })
  await deploy()
  expect((await call('/vars')).text).toBe('///')
  await patch(
    apiGateway,
    api,
    replace('/variables/a', '1'),
    replace('/variables/b', '2'),
    replace('/canarySettings/percentTraffic', '0'),
    replace('/canarySettings/stageVariableOverrides/b', 'two'),
    replace('/canarySettings/stageVariableOverrides/c', 'three'),
  )
  expect((await call('/vars')).text).toBe('false/1/2/')
  await patch(apiGateway, api, replace('/canarySettings/percentTraffic', '100'))
  expect((await call('/vars')).text).toBe('true/1/two/three')
})
