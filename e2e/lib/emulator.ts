import {
  APIGatewayClient,
  CreateDeploymentCommand,
  CreateRestApiCommand,
  GetDeploymentsCommand,
  GetResourcesCommand,
  PutIntegrationCommand,
  PutIntegrationResponseCommand,
  PutMethodResponseCommand,
  PutMethodCommand,
  GetRestApisCommand,
  GetStageCommand,
  UpdateStageCommand,
  type PatchOperation,
  type Stage,
} from '@aws-sdk/client-api-gateway'
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts'

/** The world as AWS shows it, asked past Callboard, and the director of that world. */
export class Emulator {
  readonly url: string
  readonly #account: string
  #aws: APIGatewayClient

  /** @param account its twelve digits; the demo's unless told */
  constructor(url: string, account = '123456789012') {
    this.url = url
    this.#account = account
    this.#aws = new APIGatewayClient(this.#settings())
  }

  #settings = (credentials: object = { accessKeyId: this.#account, secretAccessKey: 'any' }) => ({
    endpoint: this.url,
    region: 'eu-central-1',
    credentials: credentials as { accessKeyId: string; secretAccessKey: string },
  })

  /** The same world as somebody with a role's session, which CloudTrail tells by its name. */
  async actAs(role: string, RoleSessionName: string): Promise<Emulator> {
    const RoleArn = `arn:aws:iam::${this.#account}:role/${role}`
    const sts = new STSClient(this.#settings())
    const { Credentials } = await sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName }))
    const other = new Emulator(this.url, this.#account)
    other.#use({
      accessKeyId: Credentials?.AccessKeyId,
      secretAccessKey: Credentials?.SecretAccessKey,
      sessionToken: Credentials?.SessionToken,
    })
    return other
  }

  #use(credentials: object) {
    this.#aws = new APIGatewayClient(this.#settings(credentials))
  }

  async apiId(name: string): Promise<string> {
    const { items = [] } = await this.#aws.send(new GetRestApisCommand({ limit: 500 }))
    const api = items.find((item) => item.name === name)
    if (!api?.id) throw new Error(`No API ${name}`)
    return api.id
  }

  /** By the beginning of its description. */
  async deploymentId(api: string, label: string): Promise<string> {
    const restApiId = await this.apiId(api)
    const { items = [] } = await this.#aws.send(new GetDeploymentsCommand({ restApiId, limit: 500 }))
    const found = items.find(({ description }) => description?.startsWith(label))
    if (!found?.id) throw new Error(`No deployment ${label}`)
    return found.id
  }

  async stage(api: string, stageName: string): Promise<Stage> {
    return this.#aws.send(new GetStageCommand({ restApiId: await this.apiId(api), stageName }))
  }

  /** Somebody changes a stage without Callboard. */
  async updateStage(api: string, stageName: string, patchOperations: PatchOperation[]): Promise<void> {
    await this.#aws.send(new UpdateStageCommand({ restApiId: await this.apiId(api), stageName, patchOperations }))
  }

  /** An API with one route, deployed to one stage; it answers the text, if there is one. */
  async createApi(name: string, stageName: string, text?: string): Promise<void> {
    const { id: restApiId, rootResourceId: resourceId } = await this.#aws.send(new CreateRestApiCommand({ name }))
    const method = { restApiId, resourceId, httpMethod: 'GET' }
    await this.#aws.send(new PutMethodCommand({ ...method, authorizationType: 'NONE' }))
    const requestTemplates = { 'application/json': '{"statusCode": 200}' }
    await this.#aws.send(new PutIntegrationCommand({ ...method, type: 'MOCK', requestTemplates }))
    if (text !== undefined) {
      await this.#aws.send(new PutMethodResponseCommand({ ...method, statusCode: '200' }))
      await this.#answer(method, text)
    }
    await this.#aws.send(new CreateDeploymentCommand({ restApiId, stageName }))
  }

  /** From its next deployment on, the API answers another text. */
  async define(name: string, text: string): Promise<void> {
    const { items = [] } = await this.#aws.send(new GetResourcesCommand({ restApiId: await this.apiId(name) }))
    await this.#answer({ restApiId: await this.apiId(name), resourceId: items[0]!.id, httpMethod: 'GET' }, text)
  }

  async #answer(method: { restApiId?: string; resourceId?: string; httpMethod: string }, text: string): Promise<void> {
    const responseTemplates = { 'application/json': text }
    await this.#aws.send(
      new PutIntegrationResponseCommand({ ...method, statusCode: '200', responseTemplates } as never),
    )
  }

  /** What so many calls through the gateway are answered, counted by text. */
  async callMany(name: string, stageName: string, times: number): Promise<Map<string, number>> {
    const url = `${this.url}/restapis/${await this.apiId(name)}/${stageName}/_user_request_/`
    const counts = new Map<string, number>()
    for (let n = 0; n < times; n++) {
      const text = await (await fetch(url)).text()
      counts.set(text, (counts.get(text) ?? 0) + 1)
    }
    return counts
  }

  /** A caller's request to a stage. */
  async call(name: string, stageName: string, path: string, headers: Record<string, string> = {}) {
    const url = `${this.url}/restapis/${await this.apiId(name)}/${stageName}/_user_request_${path}`
    const answer = await fetch(url, { headers })
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  }

  /** Lets world time go by, with its traffic. */
  advance = (minutes: number): Promise<void> => this.#direct('clock', { advanceSeconds: minutes * 60 })

  /** World time goes on by `advance` alone: what lasts for seconds there is seen, however slow this machine is. */
  stopClock = (): Promise<void> => this.#direct('clock', { speed: 0 })

  /** Lets the minute end that has begun: the next one is a period with nothing of before in it. */
  async toNextMinute(): Promise<void> {
    const answer = await fetch(`${this.url}/_emulator/clock`)
    const now = Date.parse(((await answer.json()) as { now: string }).now)
    await this.#direct('clock', { now: new Date(now - (now % 60_000) + 60_000).toISOString() })
  }

  /** A version of a backend goes wrong from now on. */
  breakFunction = (name: string, version: string, outcome: object): Promise<void> =>
    this.#direct('function-faults', {
      account: this.#account,
      region: 'eu-central-1',
      fault: { function: name, version, outcome },
    })

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
