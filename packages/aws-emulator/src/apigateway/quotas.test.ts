import {
  CreateAuthorizerCommand,
  CreateDeploymentCommand,
  CreateRestApiCommand,
  CreateStageCommand,
  GetStagesCommand,
  ImportRestApiCommand,
} from '@aws-sdk/client-api-gateway'
import { expect, test } from 'vitest'
import { emulated, sender } from '../testing/emulated.ts'
import { smallApi } from '../testing/small-api.ts'

test('an eleventh stage is refused, and isn’t there', async () => {
  const { apiGateway } = await emulated({ settings: { resourceQuotas: true } })
  const send = sender(apiGateway)
  const { restApiId, deploymentId } = await smallApi(apiGateway)
  const create = (n: number) => send(new CreateStageCommand({ restApiId, deploymentId, stageName: `s${n}` }))
  for (let n = 2; n <= 10; n++) await create(n)
  const refused = { name: 'LimitExceededException', $metadata: { httpStatusCode: 429 }, retryAfterSeconds: '1' }
  await expect(create(11)).rejects.toMatchObject(refused)
  const viaDeployment = new CreateDeploymentCommand({ restApiId, stageName: 's11' })
  await expect(send(viaDeployment)).rejects.toMatchObject(refused)
  expect((await send(new GetStagesCommand({ restApiId }))).item).toHaveLength(10)
})

test('an eleventh authorizer and a 301st resource are refused too; without the switch nothing is', async () => {
  const paths = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`/r${n}`, {}]))
  const body = Buffer.from(JSON.stringify({ swagger: '2.0', info: { title: 'many' }, paths }))
  const { apiGateway } = await emulated({ settings: { resourceQuotas: true } })
  await expect(apiGateway.send(new ImportRestApiCommand({ body }))).rejects.toMatchObject({
    name: 'LimitExceededException',
  })
  const { restApiId } = await smallApi(apiGateway)
  const authorizerUri = 'arn:aws:apigateway:eu-central-1:lambda:path/x'
  const create = (n: number) =>
    apiGateway.send(new CreateAuthorizerCommand({ restApiId, name: `a${n}`, type: 'TOKEN', authorizerUri }))
  for (let n = 0; n < 10; n++) await create(n)
  await expect(create(10)).rejects.toThrow('Maximum number of authorizers of an API exceeded: 10')
  const free = await emulated()
  await expect(free.apiGateway.send(new ImportRestApiCommand({ body }))).resolves.toBeDefined()
})

test('deployments and new APIs have quotas of their own, with the time to wait', async () => {
  const { apiGateway } = await emulated({ settings: { throttleControlPlane: true } })
  const create = (type: 'EDGE' | 'REGIONAL') =>
    apiGateway.send(new CreateRestApiCommand({ name: 'x', endpointConfiguration: { types: [type] } }))
  const { id: restApiId } = await create('EDGE')
  const throttled = (seconds: RegExp) => ({
    name: 'TooManyRequestsException',
    retryAfterSeconds: expect.stringMatching(seconds) as string,
  })
  await expect(create('EDGE')).rejects.toMatchObject(throttled(/^(2\d|30)$/))
  await create('REGIONAL')
  await expect(create('REGIONAL')).rejects.toMatchObject(throttled(/^[1-3]$/))
  const deploy = () => apiGateway.send(new CreateDeploymentCommand({ restApiId }))
  await expect(deploy()).rejects.toThrow("The REST API doesn't contain any methods")
  await expect(deploy()).rejects.toMatchObject(throttled(/^[1-5]$/))
})
