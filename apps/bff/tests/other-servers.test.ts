import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startEmulator, type RunningEmulator } from '@callboard/aws-emulator/server'
import { APIGatewayClient } from '@aws-sdk/client-api-gateway'
import { demoStage } from './demo-world.ts'
import { startOddServer, type Oddity } from './odd-server.ts'
import { demoAccount, region, startAt, startTestApp, type Client, type TestApp } from './test-app.ts'

let aws: RunningEmulator
let odd: Awaited<ReturnType<typeof startOddServer>>
let app: TestApp
let mara: Client
let prod: Awaited<ReturnType<typeof demoStage>>

beforeEach(async () => {
  aws = await startEmulator({ world: 'demo', seed: 1, startAt, speed: 0 })
  odd = await startOddServer(aws.url)
  const credentials = { accessKeyId: demoAccount, secretAccessKey: 'x' }
  const connection = {
    name: 'demo',
    accountId: demoAccount,
    region,
    endpoint: odd.url,
    credentials,
    invokeUrlTemplate: '',
    colour: null,
    demo: false,
  }
  app = await startTestApp({ deps: { connections: [connection] } })
  mara = await app.as('mara')
  prod = await demoStage({ aws: new APIGatewayClient({ endpoint: aws.url, region, credentials }) }, 'checkout', 'prod')
})
afterEach(async () => {
  await app.close()
  await odd.close()
  await aws.close()
})

const html = (status: number) => ({ status, body: '<html>Not here</html>', contentType: 'text/html' })
const json = (status: number, message: string) => ({
  status,
  body: JSON.stringify({ message }),
  contentType: 'application/json',
})

const metrics = (answer: Oddity['answer']): Oddity => ({
  matches: (_m, _p, target) => target.includes('GetMetricData'),
  answer,
})
const oneDeployment: Oddity['matches'] = (method, path) => method === 'GET' && /\/deployments\/[^/]+$/.test(path)
const allDeployments: Oddity['matches'] = (method, path) => method === 'GET' && path.endsWith('/deployments')
const resources: Oddity['matches'] = (method, path) => method === 'GET' && path.endsWith('/resources')
const stages: Oddity['matches'] = (method, path) => method !== 'DELETE' && /\/stages(\/[^/]+)?$/.test(path)

const without =
  (...fields: string[]) =>
  (body: Record<string, unknown>): Record<string, unknown> =>
    Object.fromEntries(Object.entries(body).filter(([field]) => !fields.includes(field)))

/** What moto or LocalStack might leave out: everything that has a default. */
const bareStage = (stage: Record<string, unknown>) => ({
  ...without(
    'cacheClusterEnabled',
    'cacheClusterStatus',
    'methodSettings',
    'tracingEnabled',
    'createdDate',
    'lastUpdatedDate',
    'tags',
  )(stage),
  somethingNew: { nested: [1, 2] },
})

const ways: [string, () => Oddity[]][] = [
  ['knows no apiSummary', () => [{ matches: oneDeployment, change: without('apiSummary') }]],
  [
    'has no deployment by id',
    () => [{ matches: oneDeployment, answer: json(404, 'Invalid Deployment identifier specified') }],
  ],
  ['has no CloudWatch', () => [metrics(html(501))]],
  ['answers CloudWatch in another protocol', () => [metrics({ status: 200, body: '<xml/>', contentType: 'text/xml' })]],
  ['has no resources', () => [{ matches: resources, answer: json(501, 'not implemented') }]],
  [
    'leaves out what has a default and sends what nobody knows',
    () => [
      {
        matches: stages,
        change: (body) =>
          Array.isArray(body['item']) ? { ...body, item: body['item'].map(bareStage) } : bareStage(body),
      },
    ],
  ],
]

describe('a server that is like AWS in part', () => {
  test.each(ways)('%s: fleet, stage and roll back work', async (_name, oddities) => {
    odd.be(...oddities())

    const { rows, problems } = await mara.apis.fleet({ connection: 'demo' })
    expect(rows.map(({ apiName, stage }) => `${apiName}/${stage}`)).toContain('checkout/prod')
    expect(problems).toEqual([])
    expect((await mara.stages.get(prod.address)).config.deploymentId).toBe(prod.idOf('checkout 2.14'))

    const input = { ...prod.address, deploymentId: prod.idOf('checkout 2.13') }
    const { plan } = await mara.deployments.rollBack({ ...input, dryRun: true })
    const { change } = await mara.deployments.rollBack({ ...input, dryRun: false, seen: plan.seen, confirm: 'prod' })
    expect(change).toMatchObject({ status: 'done' })
    expect((await prod.read()).deploymentId).toBe(prod.idOf('checkout 2.13'))
  })

  test('what it does not tell is said, not taken for nothing', async () => {
    odd.be({ matches: oneDeployment, change: without('apiSummary') }, metrics(html(501)))
    const input = { ...prod.address, from: prod.idOf('checkout 2.13'), to: prod.idOf('checkout 2.14') }

    await expect(mara.deployments.compare(input)).rejects.toMatchObject({
      code: 'aws_refused',
      message: expect.stringContaining('no apiSummary'),
    })
    await expect(mara.apis.health({ connection: 'demo' })).rejects.toMatchObject({
      code: 'aws_refused',
      message: "The server answered 501 with something that isn't AWS's",
    })
    const { plan } = await mara.deployments.rollBack({ ...prod.address, deploymentId: input.from, dryRun: true })
    expect(plan.warnings.map(({ code }) => code)).toContain('routes_unknown')
    expect(plan.hits).toEqual(['traffic unknown: CloudWatch did not answer'])
  })

  test('an API whose deployments it does not list still stands in the fleet', async () => {
    odd.be({ matches: allDeployments, answer: html(404) })

    const { rows } = await mara.apis.fleet({ connection: 'demo' })

    expect(rows.find(({ apiName, stage }) => apiName === 'checkout' && stage === 'prod')!.deployment).toMatchObject({
      label: null,
    })
    await expect(mara.deployments.list(prod.address)).rejects.toMatchObject({ code: expect.stringMatching(/^aws_/) })
  })

  test('an API whose stages it cannot tell is a problem of its own', async () => {
    odd.be({
      matches: (_method, path) => path.includes(prod.address.apiId) && path.endsWith('/stages'),
      answer: json(501, 'not implemented'),
    })

    const { rows, problems } = await mara.apis.fleet({ connection: 'demo' })

    expect(rows.map(({ apiName }) => apiName)).toContain('catalog')
    expect(problems).toMatchObject([{ apiName: 'checkout', sentence: expect.stringContaining('not implemented') }])
  })
})
