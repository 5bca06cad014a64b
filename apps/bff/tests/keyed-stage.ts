import {
  CreateApiKeyCommand,
  CreateDeploymentCommand,
  CreateResourceCommand,
  CreateRestApiCommand,
  CreateStageCommand,
  CreateUsagePlanCommand,
  CreateUsagePlanKeyCommand,
  PutIntegrationCommand,
  PutIntegrationResponseCommand,
  PutMethodCommand,
  PutMethodResponseCommand,
  type CreateUsagePlanCommandInput,
} from '@aws-sdk/client-api-gateway'
import { apiKeysScope } from '../src/aws/api-keys.reader.ts'
import { usagePlansScope } from '../src/aws/usage-plans.reader.ts'
import type { TestApp } from './test-app.ts'

export type KeyedStage = Awaited<ReturnType<typeof keyedStage>>

let made = 0

/** An API of its own whose `GET /pets` asks for a key, on the stage `live`, with a key in a plan of that stage. */
export async function keyedStage(app: TestApp, plan: Partial<CreateUsagePlanCommandInput> = {}) {
  const { aws } = app
  const n = ++made
  const api = await aws.send(new CreateRestApiCommand({ name: `shop-${n}` }))
  const restApiId = api.id!
  const put = async (pathPart: string, apiKeyRequired: boolean) => {
    const resource = await aws.send(new CreateResourceCommand({ restApiId, parentId: api.rootResourceId!, pathPart }))
    const at = { restApiId, resourceId: resource.id!, httpMethod: 'GET' }
    await aws.send(new PutMethodCommand({ ...at, authorizationType: 'NONE', apiKeyRequired }))
    const requestTemplates = { 'application/json': '{"statusCode": 200}' }
    await aws.send(new PutIntegrationCommand({ ...at, type: 'MOCK', requestTemplates }))
    await aws.send(new PutMethodResponseCommand({ ...at, statusCode: '200' }))
    await aws.send(new PutIntegrationResponseCommand({ ...at, statusCode: '200' }))
    return at
  }
  const deploy = async () => (await aws.send(new CreateDeploymentCommand({ restApiId }))).id!
  const method = await put('pets', true)
  const deploymentId = await deploy()
  await aws.send(new CreateStageCommand({ restApiId, stageName: 'live', deploymentId }))
  const value = `value-of-the-key-number-${n}`
  const { id: keyId = '' } = await aws.send(new CreateApiKeyCommand({ name: `key-${n}`, value, enabled: true }))
  const apiStages = [{ apiId: restApiId, stage: 'live' }]
  const { id: planId = '' } = await aws.send(new CreateUsagePlanCommand({ name: `plan-${n}`, apiStages, ...plan }))
  await aws.send(new CreateUsagePlanKeyCommand({ usagePlanId: planId, keyId, keyType: 'API_KEY' }))
  return {
    address: { connection: 'demo', kind: 'rest' as const, apiId: restApiId, stage: 'live' },
    method,
    keyId,
    planId,
    value,
    put,
    deploy,
    /** What a caller is answered. */
    async call(path = '/pets', key: string | null = value) {
      const url = `${app.emulator.url}/restapis/${restApiId}/live/_user_request_${path}`
      const answer = await fetch(url, { headers: key === null ? {} : { 'x-api-key': key } })
      const { message = '' } = (await answer.json().catch(() => ({}))) as { message?: string }
      return { status: answer.status, message }
    },
  }
}

/** What changed past the BFF shows at once. */
export function forgetKeys(app: TestApp): void {
  const { cache } = app.app.services.connections.get('demo')
  for (const scope of [apiKeysScope, usagePlansScope, 'rest-apis']) cache.drop(scope)
}
