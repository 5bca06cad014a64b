import {
  CreateApiKeyCommand,
  CreateUsagePlanCommand,
  CreateUsagePlanKeyCommand,
  type CreateUsagePlanCommandInput,
} from '@aws-sdk/client-api-gateway'
import type { StartOptions } from '../server.ts'
import { calledApi, type CalledApi } from './calls-to-stage.ts'

export const keyValue = 'a-key-of-more-than-20-letters'
export type KeyedApi = CalledApi & { keyId: string; planId: string; callWithKey(): ReturnType<CalledApi['call']> }

/** The small API with `GET /keyed` for keys only, and a key in a plan of its stage. */
export async function keyedApi(
  plan: Partial<CreateUsagePlanCommandInput>,
  options: StartOptions = {},
): Promise<KeyedApi> {
  const called = await calledApi(options)
  const { apiGateway, api, deploy, call, put } = called
  await put('keyed', { apiKeyRequired: true }, {})
  await deploy()
  const { id: keyId = '' } = await apiGateway.send(new CreateApiKeyCommand({ value: keyValue, enabled: true }))
  const apiStages = [{ apiId: api.restApiId, stage: 's1' }]
  const { id: planId = '' } = await apiGateway.send(new CreateUsagePlanCommand({ name: 'plan', apiStages, ...plan }))
  await apiGateway.send(new CreateUsagePlanKeyCommand({ usagePlanId: planId, keyId, keyType: 'API_KEY' }))
  return { ...called, keyId, planId, callWithKey: () => call('/keyed', { headers: { 'X-Api-Key': keyValue } }) }
}
