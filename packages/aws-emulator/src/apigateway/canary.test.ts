import { CreateDeploymentCommand, type PatchOperation } from '@aws-sdk/client-api-gateway'
import { expect, test } from 'vitest'
import { emulated } from '../testing/emulated.ts'
import { copy, patch, remove, replace, smallApi } from '../testing/small-api.ts'

async function started() {
  const { apiGateway } = await emulated()
  const api = await smallApi(apiGateway)
  const deploy = async (more = {}) => {
    return (await apiGateway.send(new CreateDeploymentCommand({ restApiId: api.restApiId, ...more }))).id ?? ''
  }
  const send = (...operations: PatchOperation[]) => patch(apiGateway, api, ...operations)
  return { apiGateway, api, deploy, send }
}

test('naming a deployment makes a canary of 0 % without overrides', async () => {
  const { deploy, send } = await started()
  const deploymentId = await deploy()
  const { canarySettings } = await send(replace('/canarySettings/deploymentId', deploymentId))
  expect(canarySettings).toEqual({ deploymentId, percentTraffic: 0, useStageCache: false })
})

test('naming a percentage makes a canary on the present deployment', async () => {
  const { api, send } = await started()
  const { canarySettings } = await send(replace('/canarySettings/percentTraffic', '12.5'))
  expect(canarySettings).toEqual({ deploymentId: api.deploymentId, percentTraffic: 12.5, useStageCache: false })
})

test('promotion merges variables, the overrides win, and the canary stays at 0 %', async () => {
  const { api, deploy, send } = await started()
  const deploymentId = await deploy()
  await send(
    replace('/variables/kept', 'a'),
    replace('/variables/changed', 'a'),
    replace('/canarySettings/deploymentId', deploymentId),
    replace('/canarySettings/percentTraffic', '20.0'),
    replace('/canarySettings/stageVariableOverrides/changed', 'b'),
  )
  const stage = await send(
    replace('/canarySettings/percentTraffic', '0.0'),
    copy('/canarySettings/deploymentId', '/deploymentId'),
    copy('/canarySettings/stageVariableOverrides', '/variables'),
  )
  expect(stage.deploymentId).toBe(deploymentId)
  expect(stage.variables).toEqual({ kept: 'a', changed: 'b' })
  expect(stage.canarySettings).toMatchObject({ percentTraffic: 0, stageVariableOverrides: { changed: 'b' } })
  const ended = await send(remove('/canarySettings'))
  expect(ended).not.toHaveProperty('canarySettings')
  expect(ended.deploymentId).not.toBe(api.deploymentId)
})

test('promotion without a canary is refused, unless a percentage made one just before', async () => {
  const { api, send } = await started()
  const promote = copy('/canarySettings/deploymentId', '/deploymentId')
  await expect(send(promote)).rejects.toThrow('Promotion not available. Canary does not exist.')
  const stage = await send(replace('/canarySettings/percentTraffic', '0.0'), promote)
  expect(stage.deploymentId).toBe(api.deploymentId)
})

test('overrides go one by one, the map as a whole is refused', async () => {
  const { send } = await started()
  await send(replace('/canarySettings/stageVariableOverrides/a', '1'), replace('/canarySettings/useStageCache', 'true'))
  await expect(send(remove('/canarySettings/stageVariableOverrides'))).rejects.toThrow(
    'Cannot remove method setting canarySettings/stageVariableOverrides because there is no method setting for this method ',
  )
  const { canarySettings } = await send(remove('/canarySettings/stageVariableOverrides/a'))
  expect(canarySettings).toMatchObject({ useStageCache: true })
  expect(canarySettings).not.toHaveProperty('stageVariableOverrides')
})

test('wrong verbs, paths, deployments and percentages are refused', async () => {
  const { send } = await started()
  await expect(send({ op: 'add', path: '/canarySettings/deploymentId', value: 'x' })).rejects.toThrow(
    'Invalid add operation with path: /canarySettings/deploymentId',
  )
  await expect(send(replace('/canarySettings', 'x'))).rejects.toThrow(
    'Invalid method setting path: /canarySettings. Must be one of: [/deploymentId',
  )
  await expect(send(replace('/canarySettings/badPath', 'x'))).rejects.toThrow(
    'Invalid method setting path: /canarySettings/badPath. Must be one of: [/deploymentId',
  )
  await expect(send(remove('/canarySettings/badPath'))).rejects.toThrow(
    'Cannot remove method setting canarySettings/badPath because there is no method setting for this method ',
  )
  await expect(send(replace('/canarySettings/deploymentId', 'gone'))).rejects.toThrow('Deployment id does not exist')
  for (const percent of ['-1', '100.1', 'many', '']) {
    await expect(send(replace('/canarySettings/percentTraffic', percent))).rejects.toMatchObject({
      name: 'BadRequestException',
    })
  }
})
