import {
  CreateDeploymentCommand,
  CreateResourceCommand,
  PutIntegrationCommand,
  PutIntegrationResponseCommand,
  PutMethodCommand,
  PutMethodResponseCommand,
  type PutIntegrationCommandInput,
  type PutIntegrationResponseCommandInput,
  type PutMethodCommandInput,
} from '@aws-sdk/client-api-gateway'
import { emulated, type Emulated } from './emulated.ts'
import { smallApi, type SmallApi } from './small-api.ts'

export const errorType = 'x-amzn-errortype'

export type StageReply = { status: number; headers: Headers; text: string }

type Asked = RequestInit & { stage?: string }

export type CalledApi = Emulated & {
  api: SmallApi
  call(path: string, asked?: Asked): Promise<StageReply>
  deploy(): Promise<void>
  /** Makes a resource below the root and a method there. Its integration is given without the method's own address. */
  put(
    pathPart: string,
    method: Partial<PutMethodCommandInput>,
    integration: Partial<PutIntegrationCommandInput>,
    response?: Partial<PutIntegrationResponseCommandInput>,
  ): Promise<string>
  pass(seconds: number): Promise<void>
}

/** The small API on its stage `s1`, and ways to call it. The clock stands still. */
export async function calledApi(options: Parameters<typeof emulated>[0] = {}): Promise<CalledApi> {
  const emulator = await emulated(options)
  const { apiGateway, url, direct } = emulator
  const api = await smallApi(apiGateway)
  const { restApiId, rootId } = api
  return {
    ...emulator,
    api,
    async call(path, { stage = 's1', ...init } = {}) {
      const answer = await fetch(`${url}/restapis/${restApiId}/${stage}/_user_request_${path}`, {
        redirect: 'manual',
        ...init,
      })
      return { status: answer.status, headers: answer.headers, text: await answer.text() }
    },
    async deploy() {
      await apiGateway.send(new CreateDeploymentCommand({ restApiId, stageName: 's1' }))
    },
    async put(pathPart, method, integration, response = {}) {
      const resource = await apiGateway.send(new CreateResourceCommand({ restApiId, parentId: rootId, pathPart }))
      const at = { restApiId, resourceId: resource.id ?? '', httpMethod: method.httpMethod ?? 'GET' }
      await apiGateway.send(new PutMethodCommand({ authorizationType: 'NONE', ...method, ...at }))
      const { type = 'MOCK' } = integration
      const standard = type === 'MOCK' ? { requestTemplates: { 'application/json': '{"statusCode": 200}' } } : {}
      await apiGateway.send(new PutIntegrationCommand({ type, ...standard, ...integration, ...at }))
      const declared = Object.keys(response.responseParameters ?? {}).map((name) => [name, false] as const)
      const responseParameters = Object.fromEntries(declared)
      await apiGateway.send(new PutMethodResponseCommand({ ...at, statusCode: '200', responseParameters }))
      const responseTemplates = type === 'MOCK' ? { 'application/json': '{"from":"mock"}' } : undefined
      if (type !== 'AWS_PROXY' && type !== 'HTTP_PROXY') {
        await apiGateway.send(
          new PutIntegrationResponseCommand({ responseTemplates, ...response, ...at, statusCode: '200' }),
        )
      }
      return at.resourceId
    },
    async pass(seconds) {
      await direct('POST', 'clock', { advanceSeconds: seconds })
    },
  }
}
