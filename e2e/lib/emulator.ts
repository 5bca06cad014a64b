import {
  APIGatewayClient,
  CreateDeploymentCommand,
  CreateRestApiCommand,
  PutIntegrationCommand,
  PutMethodCommand,
  GetRestApisCommand,
  GetStageCommand,
  UpdateStageCommand,
  type PatchOperation,
  type Stage,
} from '@aws-sdk/client-api-gateway'

/** The world as AWS shows it, asked past Callboard, and the director of that world. */
export class Emulator {
  readonly url: string
  readonly #aws: APIGatewayClient

  /** @param account its twelve digits; the demo's unless told */
  constructor(url: string, account = '123456789012') {
    this.url = url
    this.#aws = new APIGatewayClient({
      endpoint: url,
      region: 'eu-central-1',
      credentials: { accessKeyId: account, secretAccessKey: 'any' },
    })
  }

  async apiId(name: string): Promise<string> {
    const { items = [] } = await this.#aws.send(new GetRestApisCommand({ limit: 500 }))
    const api = items.find((item) => item.name === name)
    if (!api?.id) throw new Error(`No API ${name}`)
    return api.id
  }

  async stage(api: string, stageName: string): Promise<Stage> {
    return this.#aws.send(new GetStageCommand({ restApiId: await this.apiId(api), stageName }))
  }

  /** Somebody changes a stage without Callboard. */
  async updateStage(api: string, stageName: string, patchOperations: PatchOperation[]): Promise<void> {
    await this.#aws.send(new UpdateStageCommand({ restApiId: await this.apiId(api), stageName, patchOperations }))
  }

  /** An API with one route, deployed to one stage. */
  async createApi(name: string, stageName: string): Promise<void> {
    const { id: restApiId, rootResourceId: resourceId } = await this.#aws.send(new CreateRestApiCommand({ name }))
    const method = { restApiId, resourceId, httpMethod: 'GET' }
    await this.#aws.send(new PutMethodCommand({ ...method, authorizationType: 'NONE' }))
    await this.#aws.send(new PutIntegrationCommand({ ...method, type: 'MOCK' }))
    await this.#aws.send(new CreateDeploymentCommand({ restApiId, stageName }))
  }

  /** Lets world time go by, with its traffic. */
  advance = (minutes: number): Promise<void> => this.#direct('clock', { advanceSeconds: minutes * 60 })

  /** Bad weather for an operation of AWS. */
  fault = (fault: { operation: string; kind: string; times?: number; ms?: number; account?: string }): Promise<void> =>
    this.#direct('faults', fault)

  async #direct(action: string, body: object): Promise<void> {
    const answer = await fetch(`${this.url}/_emulator/${action}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${action}: ${answer.status} ${await answer.text()}`)
  }
}
